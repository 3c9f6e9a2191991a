import Geometry
import ServiceRequests
import WorkSharing

/// The clusters of some categories as parts are put together: which requests are in which, and where each cluster is.
package struct ClusterSums: Codable, Sendable {
    /// For each row why it takes part or does not, by the order of ``RowStanding``.
    let standings: PackedNumbers
    /// For each row its cluster, an index into ``clusters``, −1 for none.
    let labels: PackedNumbers
    let clusters: [Cluster]
    let chainsCut: Int

    struct Cluster: Codable, Sendable {
        /// Blank for requests without one.
        let category: String
        let diameter: Double
        let longitude: Double
        let latitude: Double
        let place: String?
        /// How many categories lie at its address, where that is a catch-all.
        let catchAll: Int?
        /// Surfaces, each of rings of longitudes and latitudes by turns.
        let outline: [[[Double]]]

        enum CodingKeys: String, CodingKey {
            case category
            case diameter = "diameter_m"
            case longitude, latitude, place
            case catchAll = "catch_all_categories"
            case outline
        }
    }

    enum CodingKeys: String, CodingKey {
        case standings, labels, clusters
        case chainsCut = "chains_cut"
    }

    package init(_ survey: HotspotSurvey, jobs: Int) throws {
        standings = PackedNumbers(survey.selection.standings.map(\.rawValue))
        labels = PackedNumbers(survey.clustering.labels)
        chainsCut = survey.chainsCut
        clusters = Array(
            try mapSlices(
                count: survey.clusters.count, sliceLength: 64, jobs: jobs,
                makeWorker: { () throws in try HotspotPlaces(survey) },
                body: { (places: inout HotspotPlaces, range: Range<Int>) throws in
                    try survey.clusters[range].map {
                        (label: $0.label, cluster: try Cluster($0, in: survey, places))
                    }
                }
            ).joined().sorted { $0.label < $1.label }.map(\.cluster))
    }
}

extension ClusterSums.Cluster {
    fileprivate init(_ cluster: HotspotCluster, in survey: HotspotSurvey, _ places: HotspotPlaces) throws {
        let place = places.place(of: cluster)
        category = survey.groups.groups[cluster.group].name
        diameter = place.diameter
        (longitude, latitude) = (place.center.longitude, place.center.latitude)
        self.place = place.name
        catchAll = survey.catchAlls.categories(cluster)
        outline = try places.outline(of: place).polygons.map { polygon in
            polygon.rings.map { ring in ring.positions.flatMap { [$0.longitude, $0.latitude] } }
        }
    }

    /// - Throws: ``SumsError/damaged(_:)`` for an outline that is none.
    var told: ToldPlace {
        get throws(SumsError) {
            var polygons: [Polygon<Coordinate>] = []
            for surface in outline {
                var rings: [LinearRing<Coordinate>] = []
                for numbers in surface {
                    guard numbers.count % 2 == 0 else { throw .damaged("an outline is no ring of degrees") }
                    rings.append(
                        LinearRing(
                            stride(from: 0, to: numbers.count, by: 2).map {
                                Coordinate(longitude: numbers[$0], latitude: numbers[$0 + 1])
                            }))
                }
                guard let exterior = rings.first else { throw .damaged("an outline has no ring") }
                polygons.append(Polygon(exterior: exterior, holes: Array(rings.dropFirst())))
            }
            return ToldPlace(
                diameter: diameter, center: Coordinate(longitude: longitude, latitude: latitude),
                name: place, outline: MultiPolygon(polygons))
        }
    }
}
