package org.folkmoot.quality.sampling;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/// The list of all units a sample can be drawn from, in a fixed order.
///
/// @param units all different by id
public record Frame(List<Unit> units) {
    /// A unit that can be drawn.
    ///
    /// @param id unique and not empty
    /// @param stratum name of its stratum, empty if there are none
    /// @param uncertainty how unsure the machine is of it, or any measure of size, ≥ 0; 1 where not known
    public record Unit(String id, String stratum, double uncertainty) {
        public Unit {
            if (id.isEmpty()) {
                throw new IllegalArgumentException("id must not be empty");
            }
            if (!(uncertainty >= 0 && uncertainty < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "uncertainty of " + id + " must be finite and not negative: " + uncertainty);
            }
        }

        public static Unit of(String id) {
            return new Unit(id, "", 1);
        }
    }

    public Frame {
        units = List.copyOf(units);
        Set<String> seen = HashSet.newHashSet(units.size());
        for (Unit unit : units) {
            if (!seen.add(unit.id)) {
                throw new IllegalArgumentException("id appears twice: " + unit.id);
            }
        }
    }

    public int size() {
        return units.size();
    }

    /// The SHA-256 of the frame, in hexadecimal: of the lines id, tab, stratum, tab, uncertainty, each with a line
    /// feed, in UTF-8 and in order. The same hash, plan and seed give the same draw.
    public String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Unit unit : units) {
                String line = unit.id + "\t" + unit.stratum + "\t" + unit.uncertainty + "\n";
                digest.update(line.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
