/// The city file of Fairhaven.
enum CityFileText {
    /// The zone that people call Downtown.
    static let downtownZone = 3

    static let text = """
        name: Fairhaven
        timezone: America/New_York
        requests:
          columns: {id: sr_number, parent: parent_sr, category: sr_type, status: status, channel: channel,
                    opened: created, closed: closed, due: due, address: address, longitude: lon, latitude: lat,
                    description: description}
        layers:
          - name: zone
            title: Collection zone
            assigned: assigned_zone
            aliases: {Downtown: "\(downtownZone)"}
            uncertainty: 10 m
            editions:
              - {file: ../Boundaries/collection-zones-2023.geojson, code: zone, title: name}
              - {file: ../Boundaries/collection-zones-2024.geojson, code: zone, title: name, from: 2024-07-01}
          - name: district
            title: Council district
            assigned: assigned_district
            uncertainty: 10 m
            editions:
              - {file: ../Boundaries/council-districts.geojson, code: district, title: name}
        reference:
          streets: {file: streets.geojson, profile: tiger}
          addresses: {file: addresses.csv, profile: openaddresses}
        map:
          water: {file: ../Boundaries/water.geojson}
        categories:
          Pothole: {radius: 30 m, minimum: 3, repair_life: 365 d, target: 5 d}
          Illegal Dumping: {radius: 30 m, minimum: 3, repair_life: 365 d, target: 5 d}
          Graffiti: {radius: 40 m, minimum: 4, repair_life: 180 d, target: 7 d}
          Rodent Activity: {radius: 60 m, minimum: 5, repair_life: 180 d, target: 10 d}
          Missed Trash Pickup: {target: 3 d}
          Missed Recycling Pickup: {target: 3 d}
          Missed Yard Waste Pickup: {target: 3 d}
          Street Light Out: {radius: 30 m, minimum: 3, repair_life: 365 d, target: 10 d}
          Wellness Check: {private: true}
          Encampment: {private: true}
        staff: {channels: [\(ClosurePlan.crew)]}
        returning: [Missed Trash Pickup, Missed Recycling Pickup, Missed Yard Waste Pickup, Bulk Item Pickup]
        referrals: {channels: [\(Calendar.councilOffice)]}
        business:
          days: Mon-Fri
          holidays: \(CityHolidays.list)
        fiscal_year: July

        """
}
