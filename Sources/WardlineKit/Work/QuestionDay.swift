import Chronology

/// Reads the days that a question names.
enum QuestionDay {
    static func day(_ text: String) throws(WardlineError) -> CivilDate {
        guard let day = CivilDate(iso: text) else {
            throw WardlineError(part: .question, description: "“\(text)” is no day; such as 2024-07-01")
        }
        return day
    }
}
