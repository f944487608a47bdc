package org.folkmoot.server.consultation;

import java.util.Arrays;

/// Which response gave which answer to one question.
final class AnswerIds {
    private final long[] byResponse;
    private final long[] ids;
    private final int[] responses;

    /// @param byResponse per response the id of its answer, 0 where it gave none
    AnswerIds(long[] byResponse) {
        this.byResponse = byResponse;
        this.ids = Arrays.stream(byResponse).filter(id -> id != 0).sorted().toArray();
        this.responses = new int[ids.length];
        for (int i = 0; i < byResponse.length; i++) {
            if (byResponse[i] != 0) {
                responses[Arrays.binarySearch(ids, byResponse[i])] = i;
            }
        }
    }

    /// Id of the answer of a response, 0 if it gave none.
    long of(int response) {
        return byResponse[response];
    }

    /// Index of the response, -1 if none that counts gave the answer.
    int responseOf(long answer) {
        int at = Arrays.binarySearch(ids, answer);
        return at < 0 ? -1 : responses[at];
    }
}
