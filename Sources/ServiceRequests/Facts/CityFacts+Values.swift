extension CityFacts {
    /// The days that the requests span, as in `2025-06-30`.
    package struct Days: Codable, Sendable, Equatable {
        package var first: String
        package var last: String
        /// The day by which nearly all dates lie, where the last one stands alone far behind it.
        package var usual: String?

        package init(first: String, last: String, usual: String?) {
            self.first = first
            self.last = last
            self.usual = usual
        }
    }

    /// The columns in the files' own order, and what they mean.
    package struct Columns: Codable, Sendable, Equatable {
        package var header: [String] = []
        package var profile: String?
        /// The file's name of each column that is used, by ``RequestField``.
        package var fields: [String: String] = [:]
        package var address: [String] = []

        package init(
            header: [String] = [], profile: String? = nil, fields: [String: String] = [:],
            address: [String] = []
        ) {
            self.header = header
            self.profile = profile
            self.fields = fields
            self.address = address
        }
    }

    /// How the files delimit fields and records.
    package struct Writing: Codable, Sendable, Equatable {
        package var delimiter: String
        package var quote: String
        /// `line_feed` or `carriage_return`.
        package var lineEnd: String
        /// The encoding of text beyond ASCII; `nil` where there is none, and where files differ.
        package var encoding: String?
        /// What told it.
        package var encodingBasis: String?

        enum CodingKeys: String, CodingKey {
            case delimiter, quote
            case lineEnd = "line_end"
            case encoding
            case encodingBasis = "encoding_basis"
        }
    }

    /// How dates are written.
    package struct Dates: Codable, Sendable, Equatable {
        /// `month/day/year`, say; `nil` where no date is written in numbers.
        package var order: String?
        /// For each column of dates its layouts, the most frequent first, by ``RequestField``.
        package var form: [String: [String]] = [:]
        /// Whether something settled the order, beside what is usual where the city lies.
        package var certain = true
        /// Where nothing settled it, how many dates can only be read in the other order, against as many in this one; `nil` for none.
        package var contrary: Int?
        /// The columns, by ``RequestField``, of whose dates a spreadsheet exchanged day and month of those that are not written in
        /// numbers; `nil` where nobody looked.
        package var exchanged: [String]?
        /// The columns, by ``RequestField``, whose midnights of UTC stand for days; `nil` where nobody looked.
        package var midnights: [String]?

        package init(
            order: String? = nil, form: [String: [String]] = [:], certain: Bool = true,
            exchanged: [String]? = nil, midnights: [String]? = nil
        ) {
            self.order = order
            self.form = form
            self.certain = certain
            self.exchanged = exchanged
            self.midnights = midnights
        }

        /// Whether dates that have one reading alone say more of the order than these do, which had none such.
        var yields: Bool { !certain && contrary == nil }
    }

    /// What the statuses were taken for. Each is read by its own words, so that a part reads them alike.
    package struct Statuses: Codable, Sendable, Equatable {
        package var open: [String] = []
        package var closed: [String] = []
        package var ignored: [String] = []
        /// Statuses of which no word is known: the closing time decides.
        package var unknown: [String] = []

        package init(
            open: [String] = [], closed: [String] = [], ignored: [String] = [], unknown: [String] = []
        ) {
            self.open = open
            self.closed = closed
            self.ignored = ignored
            self.unknown = unknown
        }
    }

    /// A point that stands for "no position".
    package struct DefaultPoint: Codable, Sendable, Equatable {
        package var longitude: Double
        package var latitude: Double
        package var requests: Int
        package var streets: Int

        package init(longitude: Double, latitude: Double, requests: Int, streets: Int) {
            self.longitude = longitude
            self.latitude = latitude
            self.requests = requests
            self.streets = streets
        }
    }

    /// Where the city lies, and what its addresses hold of all categories together.
    package struct Places: Codable, Sendable, Equatable {
        package struct Point: Codable, Sendable, Equatable {
            package var longitude: Double
            package var latitude: Double

            package init(longitude: Double, latitude: Double) {
                self.longitude = longitude
                self.latitude = latitude
            }
        }

        /// A position at which requests of many categories lie.
        package struct CatchAll: Codable, Sendable, Equatable {
            package var longitude: Double
            package var latitude: Double
            /// Indices into ``Places/categories``, −1 for requests without a category.
            package var categories: [Int]

            package init(longitude: Double, latitude: Double, categories: [Int]) {
                self.longitude = longitude
                self.latitude = latitude
                self.categories = categories
            }
        }

        /// What positions are measured around; `nil` where no request has one.
        package var middle: Point?
        /// The categories of all requests.
        package var categories: [String]
        package var catchAlls: [CatchAll]

        package init(middle: Point?, categories: [String], catchAlls: [CatchAll]) {
            self.middle = middle
            self.categories = categories
            self.catchAlls = catchAlls
        }

        enum CodingKeys: String, CodingKey {
            case middle, categories
            case catchAlls = "catch_alls"
        }
    }

    /// The decimals that most positions have, and the lower counts that are zeros lost at the end.
    package struct Precision: Codable, Sendable, Equatable {
        package var usual: UInt8
        package var raised: [UInt8]
    }

    /// How positions are written, as the whole columns tell.
    package struct KeptPositionForm: Codable, Sendable, Hashable {
        /// The point or comma that parts thousands; `nil` where none does.
        package var thousands: String?
        /// Which number of bare pairs comes first; `nil` where nothing tells it.
        package var order: String?
        /// What there is to say of it.
        package var remarks: [String]
    }

    /// One of the requests whose id more than one row has.
    package struct RepeatedID: Codable, Sendable, Equatable {
        /// A row, known again by where it stands and by what it says.
        package struct Row: Codable, Sendable, Equatable {
            /// Among ``CityFacts/files``, from 0.
            package var file: Int
            /// From 1.
            package var line: Int
            package var digest: FactKey
            /// `merged` or `superseded`; `nil` of the row that counts.
            package var kind: String?
        }

        package var id: String
        package var rows: Int
        package var winner: Row
        /// The rows that do not count.
        package var others: [Row]
        /// Whether an earlier row has the id and is another request.
        package var isAnother: Bool

        enum CodingKeys: String, CodingKey {
            case id, rows, winner, others
            case isAnother = "is_another"
        }
    }

    /// How far the recorded positions of a channel lie from their addresses.
    package struct PositionError: Codable, Sendable, Equatable {
        /// `nil` for all requests together.
        package var channel: String?
        /// The positions that were compared.
        package var pairs: Int
        /// The radius that 95 in 100 of them lie within, metres.
        package var radius: Double

        package init(channel: String?, pairs: Int, radius: Double) {
            self.channel = channel
            self.pairs = pairs
            self.radius = radius
        }

        enum CodingKeys: String, CodingKey {
            case channel, pairs
            case radius = "radius_m"
        }
    }

    /// How many recorded positions lie far from the addresses beside them.
    package struct KeptAddressAgreement: Codable, Sendable, Equatable {
        /// The positions that were compared.
        package var compared: Int
        /// Those that lie more than 250 m from their address.
        package var apart: Int
        /// The requests of which most do, where not all requests are doubted; `nil` for none, and in facts of older versions.
        package var parts: [Part]?

        package init(compared: Int, apart: Int, parts: [Part]? = nil) {
            self.compared = compared
            self.apart = apart
            self.parts = parts
        }

        /// Requests of one channel or one category, on a stretch of lines, or with a house number of one street.
        package struct Part: Codable, Sendable, Equatable {
            package var channel: String?
            package var category: String?
            /// As people write it.
            package var street: String?
            /// Among ``CityFacts/files``, from 0.
            package var file: Int?
            /// The first and the last.
            package var lines: [Int]?
            package var compared: Int
            package var apart: Int

            package init(
                channel: String? = nil, category: String? = nil, street: String? = nil, file: Int? = nil,
                lines: [Int]? = nil, compared: Int, apart: Int
            ) {
                (self.channel, self.category, self.street) = (channel, category, street)
                (self.file, self.lines) = (file, lines)
                (self.compared, self.apart) = (compared, apart)
            }
        }
    }

    /// How what was recorded in a layer agrees with where its requests lie.
    package struct Assignment: Codable, Sendable, Equatable {
        package var layer: String
        package var compared: Int
        package var agreeing: Int
        /// As many would agree by chance.
        package var byChance: Double

        package init(layer: String, compared: Int, agreeing: Int, byChance: Double) {
            self.layer = layer
            (self.compared, self.agreeing, self.byChance) = (compared, agreeing, byChance)
        }

        enum CodingKeys: String, CodingKey {
            case layer, compared, agreeing
            case byChance = "by_chance"
        }
    }

    /// The requests of one block and town that were routed rightly by one code.
    package struct Witnesses: Codable, Sendable, Equatable {
        package var layer: String
        /// The edition by which they were judged.
        package var edition: String?
        package var block: FactKey
        /// The town and the ZIP code of their addresses; `nil` where they name none.
        package var town: FactKey?
        /// The code that the CRM recorded.
        package var area: String
        package var requests: Int
        /// Their different addresses.
        package var addresses: [FactKey]
        /// Their different places: longitude and latitude by turns.
        package var places: [Double]
        /// How many others lie across the border street from where its ranges put them; `nil` for none.
        package var across: Int?
        /// How many others of the block bear the code and were not found right; `nil` for none, and in facts of older versions.
        package var astray: Int?

        package init(
            layer: String, edition: String?, block: FactKey, town: FactKey? = nil, area: String,
            requests: Int, addresses: [FactKey], places: [Double], across: Int? = nil,
            astray: Int? = nil
        ) {
            self.layer = layer
            self.edition = edition
            self.block = block
            self.town = town
            self.area = area
            self.requests = requests
            self.addresses = addresses
            self.places = places
            self.across = across
            self.astray = astray
        }
    }

    /// How many requests of one pair of areas are right under another edition.
    package struct StalePair: Codable, Sendable, Hashable {
        package var layer: String
        package var edition: String
        /// The edition under which they are right.
        package var under: String
        package var assigned: String
        package var expected: String
        package var requests: Int

        package init(
            layer: String, edition: String, under: String, assigned: String, expected: String, requests: Int
        ) {
            self.layer = layer
            self.edition = edition
            self.under = under
            self.assigned = assigned
            self.expected = expected
            self.requests = requests
        }
    }

    /// How house numbers fill their ranges, learnt from requests.
    package struct Filling: Codable, Sendable, Equatable {
        package var knots: [Double]
        package var count: Int
        package var evenError: Double
        package var learntError: Double

        package init(knots: [Double], count: Int, evenError: Double, learntError: Double) {
            self.knots = knots
            self.count = count
            self.evenError = evenError
            self.learntError = learntError
        }

        enum CodingKeys: String, CodingKey {
            case knots, count
            case evenError = "even_error_m"
            case learntError = "learnt_error_m"
        }
    }

    /// How many different addresses have a full hundred for a house number, and how many the number next to it.
    package struct KeptFullHundreds: Codable, Sendable, Equatable {
        package var hundreds: Int
        package var next: Int

        package init(hundreds: Int, next: Int) {
            self.hundreds = hundreds
            self.next = next
        }
    }

    /// What a recorded code that no area has most likely means.
    package struct Alias: Codable, Sendable, Equatable {
        package var layer: String
        package var recorded: String
        package var area: String
        package var requests: Int
        package var agreeing: Int

        package init(layer: String, recorded: String, area: String, requests: Int, agreeing: Int) {
            self.layer = layer
            self.recorded = recorded
            self.area = area
            self.requests = requests
            self.agreeing = agreeing
        }
    }

    /// What public outputs take of facts: as if the city had no private request.
    package struct Public: Codable, Sendable, Equatable {
        /// The names that the city file marked private, in the order of the alphabet.
        package var withheld: [String]
        /// `nil` where no other request has a date.
        package var days: Days?
        package var defaultPoints: [DefaultPoint]
        package var filling: Filling?
        package var fullHundreds: KeptFullHundreds?
        /// What the rows say whose id an earlier row of no private category has, and that are requests of their own.
        package var repeatedRows: [FactKey]
        /// The ids and openings of the requests that have a private category in any row; `nil` in facts of older versions.
        package var privateRequests: StatesByID?

        package init(
            withheld: [String], days: Days?, defaultPoints: [DefaultPoint], filling: Filling?,
            fullHundreds: KeptFullHundreds?, repeatedRows: [FactKey], privateRequests: StatesByID?
        ) {
            self.withheld = withheld
            self.days = days
            self.defaultPoints = defaultPoints
            self.filling = filling
            self.fullHundreds = fullHundreds
            self.repeatedRows = repeatedRows
            self.privateRequests = privateRequests
        }

        enum CodingKeys: String, CodingKey {
            case withheld = "private"
            case days
            case defaultPoints = "default_points"
            case filling
            case fullHundreds = "full_hundreds"
            case repeatedRows = "repeated_rows"
            case privateRequests = "private_requests"
        }
    }

    /// Radii learnt from clerks' answers.
    package struct Answers: Codable, Sendable, Equatable {
        package struct Channel: Codable, Sendable, Equatable {
            package var channel: String?
            package var answers: Int
            package var radius: Double

            package init(channel: String?, answers: Int, radius: Double) {
                self.channel = channel
                self.answers = answers
                self.radius = radius
            }

            enum CodingKeys: String, CodingKey {
                case channel, answers
                case radius = "radius_m"
            }
        }

        package struct Street: Codable, Sendable, Equatable {
            package var words: String
            package var answers: Int
            package var factor: Double

            package init(words: String, answers: Int, factor: Double) {
                self.words = words
                self.answers = answers
                self.factor = factor
            }
        }

        package var channels: [Channel]
        package var streets: [Street]

        package init(channels: [Channel], streets: [Street]) {
            self.channels = channels
            self.streets = streets
        }
    }
}
