/// Normal deviates by which intervals and limits are drawn.
package enum NormalDeviate {
    /// What 2.5 % exceed: the half width of a 95 % interval, in standard errors.
    package static let of95Percent = 1.959_963_984_540_054
    /// What 0.1 % exceed: the outer limits of a funnel.
    package static let of998PerMille = 3.090_232_306_167_813
}
