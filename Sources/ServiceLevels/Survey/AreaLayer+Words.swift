package import Boundaries
import City
package import Locating
package import PageLanguage
import Wording

extension AreaLayer {
    /// What the layer's areas are called, above a column: `Council district`.
    package func heading(in words: PageWords) -> String { words.word(settings.title) }

    /// The same within a sentence: `council district`.
    package func kind(in words: PageWords) -> String { SentenceTitle.text(heading(in: words)) }

    /// What an area is called in a language.
    package func title(_ area: Ordinal<Area>, in words: PageWords) -> String {
        title(area, kind: heading(in: words))
    }
}
