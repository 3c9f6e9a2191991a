/// The decimals of a position that tell something.
///
/// A program that writes all numbers in one width puts zeros behind what was rounded: -76.620000 is good to a hundredth of a degree, as
/// -76.62 is, and eastings and northings in thousands of feet to a thousand feet. Where such zeros are a chance, ``UsualDecimals`` says so.
enum TellingDecimals {
    /// What is added to a grid's decimals while they are kept as bytes: those of thousands are −3.
    static let gridBias = 9
    /// More decimals are noise of binary numbers, -76.61899999999999, or finer than anything.
    private static let most = 9
    /// So many decimals of degrees are as good as more, and so many of metres and feet.
    private static let (enoughOfDegrees, enoughOfGrid) = (5, 0)
    private static let powers: [Double] = (0...most).map { exponent in
        (0..<exponent).reduce(1) { power, _ in power * 10 }
    }
    /// What is left beside a whole number by the binary form of a rounded one.
    private static let noise = 1e-3

    /// Returns the decimals that two numbers have before the zeros at the end of both, those of whole tens being −1; what was written where
    /// that is enough.
    ///
    /// - Parameter written: The decimals of the longer number.
    @inline(__always)
    static func count(_ x: Double, _ y: Double, written: Int, isGrid: Bool) -> Int {
        let digits = min(written, most)
        guard let first = whole(x, digits), first % 10 == 0, let second = whole(y, digits), second % 10 == 0
        else { return written }
        return count(first, second, digits: digits, written: written, isGrid: isGrid)
    }

    @inline(never)
    private static func count(
        _ first: Int64, _ second: Int64, digits: Int, written: Int, isGrid: Bool
    ) -> Int {
        var (first, second, left) = (first, second, digits)
        while first % 10 == 0, second % 10 == 0, left > (isGrid ? -gridBias : 0) {
            (first, second, left) = (first / 10, second / 10, left - 1)
        }
        return left < (isGrid ? enoughOfGrid : enoughOfDegrees) ? left : written
    }

    @inline(__always)
    private static func whole(_ value: Double, _ digits: Int) -> Int64? {
        let scaled = value * powers[digits]
        let rounded = scaled.rounded()
        guard abs(scaled - rounded) < noise, abs(rounded) < 9e15 else { return nil }
        return Int64(rounded)
    }
}
