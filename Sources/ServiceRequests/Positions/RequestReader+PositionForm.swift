import DelimitedText
import Geometry
import WorkSharing

extension RequestReader {
    /// Returns how positions are written: as facts tell, else as the first MiB shows or, where that is not clear, the whole file.
    ///
    /// - Parameter file: Of which no record was read yet.
    func positionForm(
        _ file: borrowing DelimitedFile, map: ColumnMap, isInMetres: Bool
    ) throws(RequestError) -> PositionForm {
        if let known = facts?.positionForm { return PositionForm(known) }
        let dialect = file.shape.dialect
        guard let blank = PositionSurvey(map, dialect: dialect, city: nil) else { return PositionForm() }
        let sample = file.sampleBlock()
        var survey = blank
        survey.look(at: sample)
        if case .order = survey.question, !survey.order.isToldByNumbers, let city = city?(),
            let placed = PositionSurvey(map, dialect: dialect, city: city)
        {
            survey = placed
            survey.look(at: sample)
        }
        let isWhole = file.isSampleWhole && further.isEmpty
        if !isWhole, !survey.isClear {
            if file.canBeReadAgain {
                var all = survey.emptied(for: dialect)
                for source in [source] + further { try lookAtAll(of: source, &all) }
                survey = all
            } else {
                survey.isOfBeginningAlone = true
            }
        }
        return PositionForm(survey, of: map, isInMetres: isInMetres)
    }

    /// Looks at the columns in all rows of a file.
    private func lookAtAll(of source: TextSource, _ survey: inout PositionSurvey) throws(RequestError) {
        let file = try open(source)
        let empty = survey.emptied(for: file.shape.dialect)
        survey += try foldStream(
            jobs: jobs, source: file.makeBlockReader(blockLength: blockLength), into: empty,
            pull: { (blocks: inout BlockReader, spent) throws(RequestError) -> TextBlock? in
                do throws(DelimitedTextError) {
                    return try blocks.next(reusing: spent)
                } catch {
                    throw .text(error)
                }
            },
            makeWorker: { () throws(RequestError) in empty },
            work: { (empty: inout PositionSurvey, block: inout TextBlock) in
                var found = empty
                found.look(at: block)
                return found
            },
            fold: { (sum: inout PositionSurvey, found) throws(RequestError) in sum += found })
    }
}
