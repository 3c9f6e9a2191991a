extension RequestTable {
    /// Lets go of where requests lie, once they are placed: nothing that is counted afterwards asks for it.
    package mutating func letGoOfPlaces() {
        addresses = TextColumn()
        longitudes = []
        latitudes = []
        positionDecimals = []
        (zips, cities) = (InternedColumn(), InternedColumn())
    }

    /// Lets go of the lines on which rows begin, where no output names them.
    package mutating func letGoOfLines() { lines = [] }

    /// Lets go of which request each repeats, where no history of cases asks for it.
    package mutating func letGoOfParents() { parents = TextColumn() }

    /// Lets go of ids that no output names.
    package mutating func letGoOfIDs() {
        ids = TextColumn()
    }
}
