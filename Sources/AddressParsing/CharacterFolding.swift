/// Reads characters beyond ASCII as ASCII where postal practice does: accents off, dashes and spaces plain.
enum CharacterFolding {
    /// Returns the upper-case ASCII text that stands for a character; `nil` for one that has none.
    static func ascii(_ scalar: UInt32) -> String? {
        switch scalar {
        case 0xa0, 0x1680, 0x2000...0x200a, 0x202f, 0x205f, 0x3000, 0x201c...0x201f: " "
        case 0xad, 0x61c, 0x180e, 0x200b...0x200f, 0x202a...0x202e, 0x2060...0x206f, 0xfeff, 0x2018...0x201b,
            0xb4, 0x2019:
            ""
        case 0x2010...0x2015, 0x2212: "-"
        case 0x2028, 0x2029, 0x85: ","
        case 0xbc: " 1/4"
        case 0xbd: " 1/2"
        case 0xbe: " 3/4"
        case 0xaa, 0xba, 0xb0: ""
        case 0xff01...0xff5e: fullWidth(scalar)
        case 0xc0...0x17f: latin[scalar]
        default: nil
        }
    }

    private static func fullWidth(_ scalar: UInt32) -> String? {
        Unicode.Scalar(scalar - 0xfee0).map { String(Character($0)).uppercased() }
    }

    private static let latin: [UInt32: String] = {
        let groups = [
            "A": "ÀÁÂÃÄÅàáâãäåĀāĂăĄą", "AE": "Ææ", "C": "ÇçĆćĈĉĊċČč", "D": "ÐðĎďĐđ",
            "E": "ÈÉÊËèéêëĒēĔĕĖėĘęĚě",
            "G": "ĜĝĞğĠġĢģ", "H": "ĤĥĦħ", "I": "ÌÍÎÏìíîïĨĩĪīĬĭĮįİı", "J": "Ĵĵ", "K": "Ķķ", "L": "ĹĺĻļĽľŁł",
            "N": "ÑñŃńŅņŇň", "O": "ÒÓÔÕÖØòóôõöøŌōŎŏŐő", "OE": "Œœ", "R": "ŔŕŖŗŘř", "S": "ŚśŜŝŞşŠš", "SS": "ß",
            "T": "ŢţŤťŦŧ", "TH": "Þþ", "U": "ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲų", "W": "Ŵŵ", "Y": "ÝýÿŶŷŸ", "Z": "ŹźŻżŽž",
            " ": "×÷",
        ]
        var table: [UInt32: String] = [:]
        for (ascii, letters) in groups {
            for letter in letters.unicodeScalars { table[letter.value] = ascii }
        }
        return table
    }()
}
