/// Words with a part to play in address lines beside types, units, states and numbers.
enum WordTable {
    /// Abbreviation, then the other spellings. The first eight lines are in the order of `Directional`.
    static let directionals = """
        N NORTH NO NTH
        S SOUTH SO STH
        E EAST
        W WEST
        NE NORTHEAST NORTH-EAST
        NW NORTHWEST NORTH-WEST
        SE SOUTHEAST SOUTH-EAST
        SW SOUTHWEST SOUTH-WEST
        """

    /// Which way traffic goes on a road: no part of its name.
    static let travelDirections = """
        NB SB EB WB NORTHBOUND SOUTHBOUND EASTBOUND WESTBOUND NORTH-BOUND SOUTH-BOUND EAST-BOUND WEST-BOUND N-BOUND S-BOUND E-BOUND \
        W-BOUND NBND SBND EBND WBND BOUND
        """

    /// Words that a number or letter follows, making a road's name: the standard form, then the other spellings.
    static let roadWords = """
        HWY HIGHWAY HIGHWY HIWAY HIWY HWAY HGWY HYWY HWYS HIGHWAYS
        RTE ROUTE RT RTES ROUTES RTS
        RD ROAD
        LOOP
        SPUR
        TRUNK
        I INTERSTATE IH
        US USHWY
        STATE ST
        SR STHY STRD
        SH STH
        CR CORD CTH CTY COHWY CNTY
        FM
        PR
        BIA
        TH
        TWP TOWNSHIP
        COUNTY CO
        FARM
        RANCH
        FOREST
        PRIVATE
        """

    /// Words that say whose road it is: the standard form, then the other spellings.
    static let roadOwners = """
        US USA
        STATE ST STA
        COUNTY CO CNTY CTY COUNTRY CITY
        TWP TOWNSHIP TOWN
        FARM
        RANCH
        FOREST
        PRIVATE PVT
        INDIAN
        INTERSTATE
        BUSINESS BUS BSNSS
        ALTERNATE ALT
        PARISH
        BIA
        """

    /// Types of Romance origin and others that stand before the name.
    static let typesBefore =
        "AVENUE AVE AVENIDA AV CALLE CAMINO PASEO VIA RUE CERRADA CORTE CAMINITO CALLEJON VEREDA VISTA BOULEVARD PLAZA CALLEJA ENTRADA RUA CLL AVDA AVD PSO CAM CMNO"

    /// Spellings of types before the name and what they stand for.
    static let shortTypesBefore = [
        "C": "CALLE", "CLL": "CALLE", "AVDA": "AVENIDA", "AVD": "AVENIDA", "PSO": "PASEO", "CAM": "CAMINO",
        "CMNO": "CAMINO",
    ]

    /// French types, which stand before the name: the standard form, other spellings, and the English type with which
    /// Canadian files pair them.
    static let frenchTypes = """
        RUE=ST
        CH CHEMIN CHEM=RD
        BOUL BOULEVARD=BLVD
        AVENUE AVE AV=AVE
        PLACE PL=PL
        MONTEE MTEE=HL
        COTE=HL
        RUELLE=LN
        IMPASSE IMP=CT
        CROISSANT CROIS=CRES
        PROMENADE PROM=DR
        RANG=RANG
        TERRASSE TSSE=TER
        SENTIER SENT=TRL
        CARRE CAR=SQ
        AUTOROUTE AUT=HWY
        """

    /// Words by which a line shows that it is in French.
    static let frenchSigns = "RUE BOUL CHEMIN OUEST MONTEE RUELLE CROISSANT QC PQ QUEBEC SAINTE"

    /// Directions in French; they count only in a line that is.
    static let frenchDirectionals = ["NORD": 0, "SUD": 1, "EST": 2, "OUEST": 3, "O": 3]

    /// Names that are complete without a type.
    static let typelessNames = "BROADWAY BOARDWALK BOWERY EMBARCADERO ESPLANADE STRAND SPEEDWAY"

    /// Words that may start the name of a town of several words.
    static let townStarts = """
        SAN SANTA SANTO LOS LAS NEW SAINT ST STE FORT FT MOUNT MT LAKE EL LA LE DES DE DU PORT NORTH SOUTH EAST WEST N S E W SALT GRAND \
        BIG LITTLE BATON CEDAR PALM VIRGINIA KANSAS OKLAHOMA JERSEY SIOUX ELK OAK UPPER LOWER CAPE POINT PALO SILVER CORPUS COLORADO \
        HIGH GREEN GREAT ROUND CHAPEL COLLEGE OVERLAND LONG RIO DEL OLD BOCA PARK ROCK GLEN RED WHITE BATTLE ANN CORAL COUNCIL IOWA
        """

    /// Words that open the name of a town and do not end that of a street.
    static let townOpeners = "NEW SAN SANTA SANTO LOS LAS EL FORT"

    /// Words that may end the name of a town of several words.
    static let townEnds = """
        CITY BEACH PARK HEIGHTS HTS HILLS HILL SPRINGS SPGS SPG FALLS FLS VALLEY VILLAGE TOWNSHIP TWP ISLAND GROVE LAKE LAKES POINT \
        JUNCTION STATION CREEK RIVER RIDGE ROCK FOREST GARDENS HARBOR BAY BEND RAPIDS CENTER SPRING MILLS CORNER CORNERS SHORES MEADOWS \
        WORTH LAUDERDALE MYERS WAYNE PLAINS PRAIRIE CHURCH LAWN BLUFFS FERRY CROSSING MOINES ROUGE ORLEANS YORK VEGAS ANGELES DIEGO \
        FRANCISCO JOSE ANTONIO PAUL LOUIS PETERSBURG ANA ROSA CLARA MONICA BARBARA ESTATES
        """

    /// Words in the names of places that are not addresses.
    static let landmarkWords = """
        STATION PARK SCHOOL MALL AIRPORT ARPRT HOSPITAL CENTER CENTRE BUILDING BLDG CHURCH TERMINAL UNIVERSITY COLLEGE LIBRARY MUSEUM \
        STADIUM PLAZA TOWER LAKE CEMETERY COURTHOUSE HOTEL INN ZOO GARDENS PLAYGROUND POOL FIELD BRIDGE MARKET HALL HOUSE CLUB MARINA HARBOR HARBOUR
        """

    /// What stands before a person's or firm's name.
    static let careOf = "ATTN ATTENTION C/O CO RE"
}
