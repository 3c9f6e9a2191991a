import City
import Closures
import Disclosure
import Maps
import PageLanguage
import ServiceLevels

/// The pictures of the pages of closures, with the headings that say what they show.
struct ClosureCharts {
    let survey: ClosureSurvey
    let frame: PageFrame
    let disclosed: ToldClosures

    private static let longest = 12

    private var words: PageWords { frame.words }

    private func title(_ category: Int) -> String { frame.title(survey.name(category)) }

    private func isShown(_ category: Int) -> Bool { !frame.privacy.isWithheld(survey.name(category)) }

    private func share(_ part: Int, _ whole: Int) -> Double { Double(part) / Double(max(1, whole)) }

    private func figure(_ chart: IntervalChart, _ heading: String) -> PageFigure? {
        guard !chart.rows.isEmpty else { return nil }
        return PageFigure(
            .intervals(chart),
            alternative: "\(heading). "
                + chart.rows.prefix(3).map { "\($0.name): \($0.text)" }.joined(separator: "; ") + ".")
    }

    // MARK: On time

    var onTimeHeading: String {
        let lines = survey.onTime.lines
        guard disclosed.tellsLine(0), disclosed.tellsLine(3) else {
            return words("On time, official and honest")
        }
        let shares = [0, 3].map { words.share(lines[$0].onTime, of: lines[$0].all) }
        return words("On time: \(shares[0]) as it is told, \(shares[1]) for residents")
    }

    var onTime: PageFigure? {
        let lines = survey.onTime.lines
        let rows = lines.indices.filter { lines[$0].all > 0 && disclosed.tellsLine($0) }.map { index in
            let line = lines[index]
            return IntervalChart.Row(
                name: "\(line.number)  \(line.shortText(words))", value: line.share ?? 0,
                text: words("\(words.share(line.onTime, of: line.all)) of \(words.count(line.all))"),
                form: line.number == 1 ? .second : .first)
        }
        return figure(IntervalChart(rows: rows, unit: .share, style: .bars), onTimeHeading)
    }

    // MARK: Fast

    var fastHeading: String {
        guard
            let count = disclosed.subject(
                survey.fast.fastForTheirKind.count, isTold: disclosed.tells(.fastForKind, of: .all), in: words
            )
        else { return words("Closed too fast for their kind") }
        return words("\(count) of residents' requests were closed too fast for their kind")
    }

    /// Those that are fast for their kind, by kind.
    var fast: PageFigure? {
        var counts: [Int: Int] = [:]
        for index in survey.fast.fastForTheirKind {
            counts[Int(survey.history.cases[Int(index)].category), default: 0] += 1
        }
        let rows = counts.filter { isShown($0.key) && disclosed.tells(.fastForKind, of: .category($0.key)) }
            .sorted { ($1.value, survey.name($0.key)) < ($0.value, survey.name($1.key)) }
            .prefix(Self.longest).map { category, count in
                let usual = survey.fast.usualDays[category].flatMap { $0.isFinite ? $0 : nil }
                return IntervalChart.Row(
                    name: title(category), value: Double(count),
                    text: words("\(words.count(count)), usual \(words.shortDays(usual))"))
            }
        return figure(IntervalChart(rows: Array(rows), unit: .count, style: .bars), fastHeading)
    }

    // MARK: Reported again

    private var judged: [CategoryReturns] {
        survey.returns.categories.filter {
            isShown($0.category) && $0.excess.isJudged
                && $0.excess.cameBack > 0 && disclosed.tellsExcess($0.excess, of: .category($0.category))
        }.sorted {
            ($1.excess.excess, survey.name($0.category)) < ($0.excess.excess, survey.name($1.category))
        }
    }

    var returnsHeading: String {
        guard survey.returns.hasExpected else {
            return words("Reported again: too few days to say what would have been anyway")
        }
        let found = survey.standingOut(for: frame.privacy)
        switch found.count {
        case 0: return nothingStandsOut
        case 1: return words("\(title(found[0].category)): more comes back than would have anyway")
        default:
            return words("Of \(words.count(found.count)) kinds more comes back than would have anyway")
        }
    }

    /// What is said where no kind stands out: kinds that are not judged are no evidence, nor is a sample, which lacks most repeats.
    private var nothingStandsOut: String {
        guard !survey.sample.isSample else {
            return words("Reported again: a sample does not tell how often")
        }
        let own = survey.returns.residents
        if own.isAboveZero, disclosed.tellsExcess(own, of: .residents) {
            let points = words.decimal(100 * own.excess)
            return words("Reported again: \(points) points more than anyway in all, yet no kind stands out")
        }
        let judged = survey.returns.categories.count { isShown($0.category) && $0.excess.isJudged }
        switch judged {
        case 0: return words("Reported again: too few of any kind to judge whether it is more than anyway")
        case 1: return words("Reported again: the one kind that is judged no more often than anyway")
        default:
            let count = words.count(judged)
            return words("Reported again: of \(count) kinds that are judged none more often than anyway")
        }
    }

    /// The kinds that stand out and are not in the picture, since their counts may not be told.
    var returnsNote: String? {
        let untold = survey.standingOut(for: frame.privacy).filter {
            !disclosed.tellsExcess($0.excess, of: .category($0.category))
        }
        guard survey.returns.hasExpected, !untold.isEmpty, !judged.isEmpty else { return nil }
        let names = untold.map { title($0.category) }.joined(separator: ", ")
        return words("Not drawn, since their counts are not shown: \(names).")
    }

    var returns: PageFigure? {
        guard survey.returns.hasExpected else { return nil }
        let rows = judged.prefix(Self.longest).compactMap { own -> IntervalChart.Row? in
            guard let interval = own.excess.interval else { return nil }
            let points = words.signed(100 * own.excess.excess)
            return IntervalChart.Row(
                name: title(own.category), value: own.excess.excess, low: interval.lowerBound,
                high: interval.upperBound,
                text: words("\(points) of \(words.count(own.excess.watched))"),
                form: own.standsOut ? .second : .first)
        }
        return figure(
            IntervalChart(
                rows: Array(rows), unit: .points, style: .points,
                references: [(0, words("as many as anyway"))]),
            returnsHeading)
    }

    // MARK: Bulk

    var bulkHeading: String {
        let chance = words.decimal(survey.bulk.rowsByChance, places: 0)
        guard
            let rows = disclosed.subject(
                survey.bulk.found.rows, isTold: disclosed.tellsBulk(of: .all), in: words)
        else { return words("Closed in bulk") }
        return words(
            "\(rows) closings were typed in bulk, \(chance) would be by chance")
    }

    var bulk: PageFigure? {
        let rows = survey.bulk.categories.filter {
            isShown($0.category) && $0.inBulk > 0 && disclosed.tellsBulk(of: .category($0.category))
        }.prefix(Self.longest).map { own in
            IntervalChart.Row(
                name: title(own.category), value: share(own.inBulk, own.closings),
                text: words("\(words.share(own.inBulk, of: own.closings)) of \(words.count(own.closings))"),
                form: 4 * own.inBulk > own.closings ? .second : .first)
        }
        return figure(
            IntervalChart(
                rows: Array(rows), unit: .share, style: .bars,
                references: [(0.25, words("a quarter", context: "share"))]),
            bulkHeading)
    }
}
