/// Which version this is, said nowhere else.
public enum WardlineVersion {
    /// As in `0.1.0`, by semver.org.
    public static let current = "0.1.0"
}
