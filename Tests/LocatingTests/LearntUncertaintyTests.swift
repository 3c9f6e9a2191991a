import Foundation
import ServiceRequests
import TestSupport
import Testing

@testable import Locating

struct LearntUncertaintyTests {
    /// Answers at distances of 1 to 40 m: the CRM was right up to a distance.
    private func answers(
        _ count: Int, rightUpTo limit: Double, channel: String? = "App", street: String? = nil
    ) -> [AnsweredPosition] {
        (0..<count).map {
            let distance = 1 + Double($0 * 7 % 40)
            return AnsweredPosition(
                channel: channel, street: street, distance: distance, isWrongSide: distance <= limit)
        }
    }

    @Test func `nineteen answers move nothing, twenty do`() {
        #expect(LearntUncertainty(answers(19, rightUpTo: 15)).channels.isEmpty)
        #expect(LearntUncertainty(answers(20, rightUpTo: 15)).channels.map(\.answers) == [20])
    }

    /// Answers about positions that are off by a deviation, of houses from 8 m behind a border on. One request in fifty was
    /// sent to the other side.
    private func simulated(_ count: Int, deviation: Double, seed: UInt64) -> [AnsweredPosition] {
        var numbers = SeededNumbers(seed)
        var answers: [AnsweredPosition] = []
        while answers.count < count {
            let normal =
                (-2 * log(1 - numbers.fraction())).squareRoot() * cos(2 * .pi * numbers.fraction())
            let isRight = numbers.fraction() > 0.02
            let house = 8 + 60 * numbers.fraction()
            // A house before the border that is recorded behind it, or a house behind it that was sent before it.
            let distance = isRight ? deviation * normal - house : house + deviation * normal
            guard distance > 0, distance < 100 else { continue }
            answers.append(
                AnsweredPosition(
                    channel: "App", street: nil, distance: distance, isWrongSide: isRight))
        }
        return answers
    }

    @Test func `the more positions are off the larger the radius, and never below five metres`() {
        let deviations = [4.0, 8, 16]
        let radii = deviations.map {
            LearntUncertainty(simulated(300, deviation: $0, seed: 7)).radius(channel: "App") ?? 0
        }
        #expect(radii == radii.sorted(), "\(radii)")
        // 95 in 100 lie within 2.45 deviations.
        for (radius, deviation) in zip(radii, deviations) {
            #expect(abs(radius / (2.45 * deviation) - 1) < 0.45, "\(radii)")
        }
        let many = (0..<5000).map { _ in
            AnsweredPosition(channel: nil, street: nil, distance: 1, isWrongSide: false)
        }
        #expect(LearntUncertainty(many).radius(channel: nil) ?? 0 >= LearntUncertainty.least)
    }

    @Test func `each channel learns from its own answers, and those beyond a hundred metres teach nothing`() {
        let both =
            answers(100, rightUpTo: 25, channel: "App") + answers(100, rightUpTo: 2, channel: "Phone")
        let learnt = LearntUncertainty(both)
        #expect(learnt.channels.map(\.name) == ["App", "Phone"])
        #expect(learnt.radius(channel: "App") ?? 0 > 2 * (learnt.radius(channel: "Phone") ?? 0))
        #expect(learnt.radius(channel: "Web") == nil)
        let far = (0..<50).map { _ in
            AnsweredPosition(channel: "App", street: nil, distance: 400, isWrongSide: true)
        }
        #expect(LearntUncertainty(both + far) == learnt)
    }

    @Test func `a street that is worse than its channel is told, one that is like it is not`() {
        let all =
            answers(200, rightUpTo: 6, street: "OAK") + answers(60, rightUpTo: 24, street: "OLD FERRY")
        let streets = LearntUncertainty(all).streets
        #expect(streets.map(\.words) == ["OLD FERRY"])
        #expect(streets.allSatisfy { $0.factor > 1 && $0.answers == 60 })
    }

    @Test func `the order of answers does not matter`() {
        let all = answers(60, rightUpTo: 12) + answers(40, rightUpTo: 3, channel: "Phone", street: "ELM")
        #expect(LearntUncertainty(all) == LearntUncertainty(all.reversed()))
    }

    @Test(arguments: [
        ("12 N Oak St", "OAK ST"), ("300 - 399 BLOCK OF E OLD FERRY LANDING, WESTBROOK", "OLD FERRY"),
        ("5 Élm Str., Springfield", "ÉLM STR"), ("Main St & 5th Ave", "MAIN ST"), ("100", nil), ("", nil),
        ("461 N 300 E, Salt Lake City", "300 E"), ("461 north 300 East", "300 E"), ("N 300 W", "300 W"),
        ("300 E Main St", "MAIN ST"), ("1200 N 1300 BLOCK OF ELM ST", "ELM ST"),
        // Named by numbers
        ("100 Avenue 3", "AVENUE 3"), ("12 Highway 5 N", "HIGHWAY 5"),
        ("12 County Road 14", "COUNTY ROAD 14"),
        ("4000 FM 1960", "FM 1960"), ("12 Farm to Market Rd 60", "FARM TO MARKET RD 60"),
        ("100 U.S. Hwy 50", "U.S HWY 50"), ("I-95 N", "I 95"), ("Calle 7 # 3-12", "CALLE 7"),
        ("Carrera 7A # 3-12", "CARRERA 7A"), ("456 12 St NW, Calgary", "12 ST"),
        ("20000 W 8 Mile Rd", "8 MILE"),
        // Not named by numbers
        ("100 Park Ave 3", "PARK AVE"), ("12 State St 3", "STATE ST"), ("100 Broadway 3B", "BROADWAY"),
        ("100B Main St", "MAIN ST"), ("140 Avenue N", "AVENUE"), ("Avenue, 3", "AVENUE"),
        // Names before the number
        ("Smith Hall, 100 University Ave", "UNIVERSITY AVE"),
        ("Smith Hall, University Ave", "UNIVERSITY AVE"),
        ("Unit 4 Smith House, 100 High St", "HIGH ST"), ("Smith Cafe 100 Mall Rd", "MALL RD"),
        ("4 Smith House, 100 High St", "HIGH ST"), ("Apt 3B 100 Broadway", "BROADWAY"),
        ("Jones Library, 461 N 300 E", "300 E"), ("Smith Hall, 100 Avenue 3", "AVENUE 3"),
        // Names behind the number, and streets before it
        ("100 University Ave, Smith Hall", "UNIVERSITY AVE"), ("100 Church St, 5 Court Pl", "CHURCH ST"),
        ("Calle Juárez 123 Av Reforma", "CALLE JUáREZ"), ("Church St 100, Springfield", "CHURCH ST"),
        ("5th Ave 100 ft N of Main St", "5TH AVE"), ("Kalverstraat 12, 1012 AB Amsterdam", "KALVERSTRAAT"),
        ("Unit 4 Smith House", "UNIT SMITH"),
    ])
    func `the words of a street are those by which addresses are told apart`(address: String, words: String?)
    {
        #expect(StreetTitleWords.of(address) == words)
        var (one, other) = (address, words ?? "")
        #expect(one.withUTF8(StreetKey.of) == other.withUTF8(StreetKey.of))
    }
}
