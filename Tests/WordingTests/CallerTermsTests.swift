import Testing
import Wording

/// What errors say to a program, and to one who types options.
struct CallerTermsTests {
    private struct WrongCity: AdvisingError {
        func text(in terms: CallerTerms) -> String {
            "\(terms[.area]) 99: no such area; name the right city file\(terms.with(.city, "FILE")), or have one"
                + " drafted\(terms.with(.drafting))"
        }
    }

    private let options = CallerTerms {
        "--" + $0.parts.joined(separator: "-")
    } command: { step in
        step == .drafting ? "wardline init" : nil
    }

    @Test func `a program is told in plain words, and no word of how an option is set`() {
        #expect("\(WrongCity())" == "area 99: no such area; name the right city file, or have one drafted")
    }

    @Test func `a command line is told its own options and commands`() {
        #expect(
            WrongCity().text(in: options)
                == "--area 99: no such area; name the right city file with --city FILE, or have one drafted"
                + " with wardline init")
        #expect(options.with(.importing).isEmpty)
    }

    @Test func `a name of several words is one option, and a sentence's words for a program`() {
        #expect(options[.greatestDiameter] == "--greatest-diameter")
        #expect(CallerTerms.words[.greatestDiameter] == "greatest diameter")
        #expect(options[.of] == "--of" && CallerTerms.words[.of] == "what changed")
    }

    @Test func `no words for a program are an option`() {
        for setting in SettingName.allCases {
            #expect(!setting.words.isEmpty && !setting.words.contains("-"), "\(setting)")
        }
    }
}
