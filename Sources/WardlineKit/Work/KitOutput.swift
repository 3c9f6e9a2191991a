import Records

/// Checks an output before it is written: it replaces nothing that was read, and its ending names a format.
enum KitOutput {
    static func write(
        _ path: String, endings: [String], inputs: [String], _ write: (OutputDestination) throws -> Void
    ) throws {
        try OutputPlan.check([("output", path)], reading: InputFiles(inputs))
        try OutputPlan.refuseFolder(path)
        try OutputPlan.checkEnding(of: path, among: endings)
        try write(OutputDestination(argument: path))
    }
}
