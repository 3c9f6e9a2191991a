/// The size and the shape of the earth, in one place for all that measures on it: the ellipsoid of WGS 84.
public enum Earth {
    /// Metres from the axis to the equator.
    public static let equatorialRadius = 6_378_137.0
    /// How much shorter the axis is than the equator is wide, as a share.
    public static let flattening = 1 / 298.257_223_563
    /// The square of the ellipse's first eccentricity.
    public static let squaredEccentricity = flattening * (2 - flattening)
    /// Metres: the mean of the three half axes (IUGG).
    public static let meanRadius = 6_371_008.8
    /// Metres of a degree of longitude on the equator, the widest there is; rounded up.
    public static let metresPerDegree = 111_320.0
    /// Metres of a degree of latitude at a pole, the longest degree there is; rounded up.
    public static let greatestMetresPerDegree = 111_700.0
}
