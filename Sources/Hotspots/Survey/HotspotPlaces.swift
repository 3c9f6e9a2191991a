import Disclosure
package import Geometry
package import GeometryEngine
import ServiceRequests

/// Where one cluster is.
package struct ClusterPlace {
    /// The label that the clustering gave it.
    let label: Int
    /// The cluster's rows, in order of opening.
    package let rows: [Int32]
    /// The greatest distance between two of its reports, metres.
    package let diameter: Double
    /// The middle of its reports.
    package let center: Coordinate
    /// What people call the place; `nil` where nothing tells.
    package let name: String?
}

/// Finds where clusters are: their names, middles and outlines. Owns handles of GEOS and PROJ: one for each thread.
package final class HotspotPlaces {
    private let survey: HotspotSurvey
    private let source: Source

    private enum Source {
        case found(PlaceFinder)
        case told([ToldPlace])
    }

    package init(_ survey: HotspotSurvey) throws(GeometryError) {
        self.survey = survey
        switch survey.ground {
        case .found(let ground): source = .found(try PlaceFinder(ground))
        case .told(let places): source = .told(places)
        }
    }

    package func place(of cluster: HotspotCluster) -> ClusterPlace {
        let rows = survey.rows(of: cluster)
        switch source {
        case .found(let finder): return finder.place(ofRows: rows, label: cluster.label)
        case .told(let places):
            let told = places[cluster.label]
            return ClusterPlace(
                label: cluster.label, rows: rows, diameter: told.diameter, center: told.center,
                name: told.name)
        }
    }

    /// Returns the area around a cluster's reports: their hull, with some space. For everybody it is that of their blocks'
    /// middles.
    package func outline(of place: ClusterPlace) throws -> MultiPolygon<Coordinate> {
        switch source {
        case .found(let finder): try finder.outline(of: place)
        case .told(let places): places[place.label].outline
        }
    }
}
