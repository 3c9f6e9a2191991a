import Chronology

/// Reads the days that a question names.
enum QuestionDay {
    static func day(_ text: String) throws(WardlineError) -> CivilDate {
        guard let day = CivilDate(iso: text) else {
            throw WardlineError(reason: QuestionError.noDay(text))
        }
        return day
    }
}
