/// The unit designators of USPS Publication 28, appendix C2, with common spellings.
///
/// One a line: the abbreviation, then every other spelling. `!` marks one that may stand alone (`REAR`); `~` one that
/// names a part coarser than a unit (`BLDG`, `FL`), which gives way to a finer one on the same line.
enum UnitTable {
    static let text = """
        APT APARTMENT APP APPARTEMENT APPT APMT APTS APARTMENTS
        !~BSMT BASEMENT BSMNT SOUS-SOL
        ~BLDG BUILDING BLD BLDNG BLG BUILD
        ~DEPT DEPARTMENT
        ~FL FLOOR FLR ETAGE
        !FRNT FRONT
        HNGR HANGAR HANGER
        KEY
        !LBBY LOBBY
        LOT LT
        !LOWR LOWER
        !OFC OFFICE
        !PH PENTHOUSE
        ~PIER
        !REAR ARRIERE
        RM ROOM
        !SIDE
        SLIP
        SPC SPACE
        STOP
        STE SUITE SUIT SU STES SUITES BUREAU BUR
        TRLR TRAILER
        UNIT UNITS UN UNT UNITE
        !UPPR UPPER
        ~WING
        ~TOWER TWR
        ~LVL LEVEL
        ~MSC
        ~PMB MAILBOX
        POD
        ~MS MAILSTOP
        ~BAY
        ~DOOR
        ~DORM
        ~CUBE CUBICLE
        ~GATE
        ~STALL
        ~DESK
        ~ACCT ACCOUNT
        ~BIN
        ~FILE
        CONDO CONDOMINIUM
        FLAT FT
        """

    /// Designators that are ordinary words or abbreviations too: taken as such only when an id follows.
    static let needingId =
        "KEY LOT LT FT POD SLIP SPACE STOP PIER SIDE UN SU WING TOWER TWR BAY DOOR GATE MS BIN DESK STALL LEVEL LOWER UPPER FRONT OFFICE FILE FLAT"
}
