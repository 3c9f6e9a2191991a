import Foundation

/// Has `ogr2ogr` make a GeoPackage of a file that is not read here, without any network.
///
/// It is told to know no drivers but that of the format: by itself it goes by a file's content and follows what that links to.
struct Converter {
    let path: String
    let format: FeatureFileFormat

    /// What becomes of the features' numbers in the GeoPackage, and is no property.
    private static let numberField = "wardline_number"

    /// Reads a layer, or the only one.
    ///
    /// - Parameter input: What `ogr2ogr` is to open, where it is not the file itself.
    func read(_ layer: String?, from input: String? = nil) throws(FeatureFileError) -> FeatureCollection {
        try convert(input) { (output) throws(FeatureFileError) in
            try GeoPackageReader.read(output, layer: layer).converted(
                from: path, format: format, without: Self.numberField)
        }
    }

    func layers(from input: String? = nil) throws(FeatureFileError) -> [String] {
        try convert(input) { (output) throws(FeatureFileError) in try GeoPackageReader.layers(of: output) }
    }

    private func convert<Result>(
        _ input: String?, _ body: (_ output: String) throws(FeatureFileError) -> Result
    ) throws(FeatureFileError) -> Result {
        guard let program = ChildProcess.find("ogr2ogr") else { throw failure(.needsConverter(format)) }
        let folder = try WorkFolder(for: path)
        let output = "\(folder.path)/converted.gpkg"
        let file = URL(filePath: input ?? path).path
        let arguments = [
            "-q", "-f", "GPKG", output, input ?? file, "-dim", "XY", "-nlt", "CONVERT_TO_LINEAR",
            "-lco", "SPATIAL_INDEX=NO", "-lco", "FID=\(Self.numberField)",
        ]
        let outcome = ChildProcess.run(
            program, arguments, environment: try environment(program, folder), in: folder)
        _ = try text(of: outcome)
        do throws(FeatureFileError) {
            return try body(output)
        } catch {
            throw failure(error.reason)
        }
    }

    /// Returns what the program wrote, where it ended well.
    private func text(of outcome: ChildProcess.Outcome) throws(FeatureFileError) -> String {
        if case .done(0, _, let text) = outcome { return text }
        let reason =
            switch outcome {
            case .done(_, let errors, _): Self.reason(in: errors)
            case .stopped: "it takes too much time, memory or disk"
            case .notStarted(let reason): reason
            case .unknown:
                "how ogr2ogr ended cannot be told, since SIGCHLD is ignored here; start wardline without that"
            }
        throw failure(.notConverted(format, reason: reason))
    }

    private func failure(_ reason: FeatureFileError.Reason) -> FeatureFileError {
        FeatureFileError(path: path, reason: reason)
    }

    private func environment(_ program: String, _ folder: WorkFolder) throws(FeatureFileError) -> [String:
        String]
    {
        var environment = [
            "LC_ALL": "C.UTF-8", "OGR_ARC_STEPSIZE": "1", "CPL_TMPDIR": folder.path, "TMPDIR": folder.path,
            // A second lock before the network: nothing listens there, and no name is looked up.
            "GDAL_HTTP_PROXY": "127.0.0.1:1", "GDAL_HTTP_TIMEOUT": "1", "GDAL_HTTP_CONNECTTIMEOUT": "1",
            "CPL_VSIL_CURL_ALLOWED_EXTENSIONS": ".none",
        ]
        let list = ChildProcess.run(program, ["--formats"], environment: environment, in: folder)
        let names = Self.vectorDrivers(in: try text(of: list))
        guard !names.isDisjoint(with: format.drivers) else {
            throw failure(.notConverted(format, reason: "it was built without that format"))
        }
        environment["OGR_SKIP"] = names.subtracting(format.drivers + ["GPKG"]).sorted().joined(separator: ",")
        return environment
    }

    /// Returns the names of the drivers that read features: lines like `  KML -vector- (rw+v): Keyhole Markup Language`.
    static func vectorDrivers(in list: String) -> Set<String> {
        Set(
            list.split(separator: "\n").compactMap { line in
                guard let dash = line.range(of: " -"), line[dash.upperBound...].prefix(60).contains("vector-")
                else { return nil }
                return line[..<dash.lowerBound].trimmingCharacters(in: .whitespaces)
            })
    }

    /// The first thing that it says is wrong, without its list of drivers.
    static func reason(in errors: String) -> String {
        let lines = errors.split(separator: "\n").map(String.init)
        let told =
            lines.first { $0.hasPrefix("ERROR ") }.map { $0.drop { $0 != ":" }.dropFirst(2) }
            ?? lines.first { $0.hasPrefix("FAILURE") }.map { $0[...] }
        return told.map { String($0.prefix(200)) } ?? "it gives no reason"
    }
}

extension FeatureFileFormat {
    /// The drivers of GDAL that read a format which is not read here.
    var drivers: [String] {
        switch self {
        case .geoJSON, .shapefile, .geoPackage: []
        case .kml: ["LIBKML", "KML"]
        case .geodatabase: ["OpenFileGDB"]
        case .topoJSON: ["TopoJSON"]
        case .flatGeobuf: ["FlatGeobuf"]
        case .mapInfo: ["MapInfo File"]
        }
    }
}

extension FeatureCollection {
    /// Returns the features as those of the file that they were converted from.
    ///
    /// - Parameter field: One that is no property.
    fileprivate func converted(
        from path: String, format: FeatureFileFormat, without field: String
    ) -> FeatureCollection {
        let system: RecordedReferenceSystem
        if case .recorded(let definition, _) = referenceSystem {
            system = .recorded(definition: definition, place: .conversion)
        } else {
            system = referenceSystem
        }
        let kept = fields.indices.filter { fields[$0] != field }
        return FeatureCollection(
            name: name, path: path, format: format, referenceSystem: system, fields: kept.map { fields[$0] },
            features: features.map { feature in
                Feature(
                    number: feature.number, geometry: feature.geometry,
                    values: kept.map { feature.value(at: $0) })
            }, notes: notes)
    }
}
