extension ColumnProfile {
    /// The columns of the cities that are known. Where two fit a header equally well, the first is taken.
    package static let known: [ColumnProfile] = [
        plain, newYork, chicago, boston, sanFrancisco, losAngeles, washington, philadelphia, houston,
        houstonDistricts,
        cincinnati, montreal, sanDiego, austin, baltimore, kansasCity, toronto, minneapolis, fixMyStreet,
        open311,
    ]

    static let plain = ColumnProfile(
        "plain", "columns by the names of their fields",
        [
            .id: ["id", "request_id"], .category: ["category"], .status: ["status"], .opened: ["opened"],
            .closed: ["closed"], .due: ["due"], .address: ["address"],
            .longitude: ["longitude", "lon", "lng"],
            .latitude: ["latitude", "lat"], .channel: ["channel"], .parent: ["parent"], .zip: ["zip"],
            .city: ["city"], .description: ["description"],
        ],
        assigned: ["assigned_zone", "assigned_district"])

    static let newYork = ColumnProfile(
        "new-york", "New York City 311",
        [
            .id: ["Unique Key", "unique_key"],
            .category: ["Complaint Type", "Problem (formerly Complaint Type)", "complaint_type", "Problem"],
            .status: ["Status"], .opened: ["Created Date", "created_date"],
            .closed: ["Closed Date", "closed_date"], .due: ["Due Date", "due_date"],
            .address: ["Incident Address", "incident_address"], .longitude: ["Longitude"],
            .latitude: ["Latitude"], .x: ["X Coordinate (State Plane)", "x_coordinate_state_plane"],
            .y: ["Y Coordinate (State Plane)", "y_coordinate_state_plane"],
            .channel: ["Open Data Channel Type", "open_data_channel_type"],
            .zip: ["Incident Zip", "incident_zip"], .city: ["City"],
            .description: ["Descriptor", "Problem Detail (formerly Descriptor)"],
        ],
        assigned: ["Community Board", "community_board", "Borough", "Council District", "Police Precinct"],
        coordinateSystem: "EPSG:2263")

    static let chicago = ColumnProfile(
        "chicago", "Chicago 311",
        [
            .id: ["SR_NUMBER"], .category: ["SR_TYPE"], .status: ["STATUS"], .opened: ["CREATED_DATE"],
            .closed: ["CLOSED_DATE"], .address: ["STREET_ADDRESS"], .longitude: ["LONGITUDE"],
            .latitude: ["LATITUDE"], .x: ["X_COORDINATE"], .y: ["Y_COORDINATE"], .channel: ["ORIGIN"],
            .parent: ["PARENT_SR_NUMBER"], .zip: ["ZIP_CODE"], .city: ["CITY"],
        ],
        assigned: ["WARD", "SANITATION_DIVISION_DAYS", "COMMUNITY_AREA", "POLICE_DISTRICT"],
        coordinateSystem: "EPSG:3435")

    static let boston = ColumnProfile(
        "boston", "Boston 311",
        [
            .id: ["case_enquiry_id"], .category: ["type"], .status: ["case_status"], .opened: ["open_dt"],
            .closed: ["closed_dt"], .due: ["sla_target_dt", "target_dt"],
            .address: ["location", "location_street_name"], .longitude: ["longitude"],
            .latitude: ["latitude"],
            .channel: ["source"], .zip: ["location_zipcode"], .city: ["neighborhood"],
            .description: ["case_title"],
        ],
        assigned: ["pwd_district", "city_council_district", "ward", "precinct", "police_district"])

    static let sanFrancisco = ColumnProfile(
        "san-francisco", "San Francisco 311",
        [
            .id: ["service_request_id", "CaseID"], .category: ["service_name", "Category"],
            .status: ["status_description", "Status"], .opened: ["requested_datetime", "Opened"],
            .closed: ["closed_date", "Closed"], .address: ["address"], .longitude: ["long", "Longitude"],
            .latitude: ["lat", "Latitude"], .channel: ["source"],
            .description: ["status_notes", "Status Notes"],
        ],
        assigned: ["supervisor_district", "Supervisor District", "police_district", "Police District"])

    static let losAngeles = ColumnProfile(
        "los-angeles", "MyLA311",
        [
            .id: ["SRNumber"], .category: ["RequestType"], .status: ["Status"], .opened: ["CreatedDate"],
            .closed: ["ClosedDate"], .address: ["Address"], .longitude: ["Longitude"],
            .latitude: ["Latitude"],
            .channel: ["RequestSource"], .zip: ["ZipCode"],
        ],
        assigned: ["CD", "NC", "AssignTo", "APC"])

    static let washington = ColumnProfile(
        "washington-dc", "Washington DC 311",
        [
            .id: ["SERVICEREQUESTID"], .category: ["SERVICECODEDESCRIPTION"], .status: ["SERVICEORDERSTATUS"],
            .opened: ["ADDDATE"], .closed: ["RESOLUTIONDATE"], .due: ["SERVICEDUEDATE"],
            .address: ["STREETADDRESS"], .longitude: ["LONGITUDE"], .latitude: ["LATITUDE"], .x: ["XCOORD"],
            .y: ["YCOORD"], .zip: ["ZIPCODE"], .city: ["CITY"], .description: ["DETAILS"],
        ],
        assigned: ["WARD"], coordinateSystem: "EPSG:26985")

    static let philadelphia = ColumnProfile(
        "philadelphia", "Philly311",
        [
            .id: ["service_request_id"], .category: ["service_name"], .status: ["status"],
            .opened: ["requested_datetime"], .closed: ["closed_datetime"], .due: ["expected_datetime"],
            .address: ["address"], .longitude: ["lon"], .latitude: ["lat"], .zip: ["zipcode"],
            .description: ["status_notes"],
        ])

    /// The older form, with pipes between the fields.
    static let houston = ColumnProfile(
        "houston", "Houston 311 until 2022",
        [
            .id: ["CASE NUMBER"], .category: ["SR TYPE"], .status: ["STATUS"], .opened: ["SR CREATE DATE"],
            .closed: ["DATE CLOSED"], .due: ["DUE DATE"], .address: ["SR LOCATION"],
            .longitude: ["LONGITUDE"],
            .latitude: ["LATITUDE"], .x: ["x"], .y: ["y"], .channel: ["CHANNEL TYPE"], .zip: ["ZIP CODE"],
            .description: ["TITLE"],
        ],
        assigned: ["DISTRICT", "TRASH QUAD", "RECYCLE QUAD", "TRASH DAY"], coordinateSystem: "EPSG:2278")

    /// The newer form, with rows before the header.
    static let houstonDistricts = ColumnProfile(
        "houston-2023", "Houston 311 since 2023",
        [
            .id: ["Case Number"], .category: ["Incident Case Type", "Case Type", "SR Type"],
            .status: ["Status"],
            .opened: ["Created Date Local", "Created Date"], .closed: ["Closed Date", "Closed Date Local"],
            .due: ["Resolve By Time", "Due Date"], .address: ["Incident Address", "Address"],
            .longitude: ["Longitude"], .latitude: ["Latitude"], .channel: ["Channel", "Origin"],
            .zip: ["Zip Code"], .description: ["Title"],
        ],
        assigned: ["Service Area", "Council District", "Garbage Route", "SWM Quadrant"])

    static let cincinnati = ColumnProfile(
        "cincinnati", "Cincinnati 311",
        [
            .id: ["SR_NUMBER"], .category: ["SR_TYPE_DESC", "SR_TYPE"], .status: ["SR_STATUS", "STATUS"],
            .opened: ["DATE_CREATED"], .closed: ["DATE_CLOSED"], .address: ["ADDRESS", "STREET_ADDRESS"],
            .longitude: ["LONGITUDE"], .latitude: ["LATITUDE"], .channel: ["METHOD_RECEIVED"],
            .zip: ["ZIPCODE"], .city: ["CITY"],
        ],
        assigned: ["COLLECTION_DIST", "COLLECTION_ROUTE", "COLLECTION_DAY"])

    static let montreal = ColumnProfile(
        "montreal", "Montréal 311",
        [
            .id: ["ID_UNIQUE"], .category: ["ACTI_NOM"], .status: ["DERNIER_STATUT"],
            .opened: ["DDS_DATE_CREATION"], .address: ["RUE"], .longitude: ["LOC_LONG"],
            .latitude: ["LOC_LAT"], .x: ["LOC_X"], .y: ["LOC_Y"], .channel: ["PROVENANCE_ORIGINALE"],
        ],
        assigned: ["ARRONDISSEMENT"], coordinateSystem: "EPSG:32188",
        statuses: StatusWordList(open: ["Urgente"]))

    static let sanDiego = ColumnProfile(
        "san-diego", "San Diego Get It Done",
        [
            .id: ["service_request_id"], .category: ["service_name"], .status: ["status"],
            .opened: ["date_requested"], .closed: ["date_closed"], .address: ["street_address"],
            .longitude: ["lng"], .latitude: ["lat"], .channel: ["case_origin"],
            .parent: ["service_request_parent_id"], .zip: ["zipcode"], .description: ["public_description"],
        ],
        assigned: ["council_district"])

    static let austin = ColumnProfile(
        "austin", "Austin 311",
        [
            .id: ["sr_number", "Service Request (SR) Number"],
            .category: ["sr_type_desc", "SR Description", "SR Type"],
            .status: ["sr_status_desc", "SR Status"],
            .opened: ["sr_created_date", "Created Date"], .closed: ["sr_closed_date", "Close Date"],
            .address: ["sr_location", "SR Location"],
            .longitude: ["sr_location_long", "Longitude Coordinate"],
            .latitude: ["sr_location_lat", "Latitude Coordinate"],
            .x: ["sr_location_x", "State Plane X Coordinate"],
            .y: ["sr_location_y", "State Plane Y Coordinate"],
            .channel: ["sr_method_received_desc", "Method Received"],
            .zip: ["sr_location_zip_code", "Zip Code"], .city: ["sr_location_city", "City"],
        ],
        assigned: ["sr_location_council_district", "Council District"], coordinateSystem: "EPSG:2277")

    static let baltimore = ColumnProfile(
        "baltimore", "Baltimore 311",
        [
            .id: ["ServiceRequestNum", "SRRecordID"], .category: ["SRType"], .status: ["SRStatus"],
            .opened: ["CreatedDate"], .closed: ["CloseDate"], .due: ["DueDate"], .address: ["Address"],
            .longitude: ["Longitude"], .latitude: ["Latitude"], .channel: ["MethodReceived"],
            .zip: ["ZipCode"],
        ],
        assigned: ["CouncilDistrict", "PoliceDistrict"])

    static let kansasCity = ColumnProfile(
        "kansas-city", "Kansas City 311",
        [
            .id: ["CASE ID", "Workorder #", "Workorder_"],
            .category: ["REQUEST TYPE", "CATEGORY", "Issue Type", "Reported Issue"],
            .status: ["STATUS", "Current Status"], .opened: ["CREATION DATE", "Open Date Time"],
            .closed: ["CLOSED DATE", "Resolved Date"], .address: ["STREET ADDRESS", "Incident Address"],
            .longitude: ["LONGITUDE"], .latitude: ["LATITUDE"], .channel: ["SOURCE", "Report Source"],
            .zip: ["ZIP CODE"],
        ],
        assigned: ["COUNCIL DISTRICT", "POLICE DISTRICT", "NEIGHBORHOOD"],
        statuses: StatusWordList(open: ["ASSIG"], closed: ["RESOL"], ignored: ["CANC"]))

    /// Has neither ids nor coordinates.
    static let toronto = ColumnProfile(
        "toronto", "Toronto 311",
        [
            .category: ["Service Request Type"], .status: ["Status"], .opened: ["Creation Date"],
            .address: ["Intersection Street 1"], .zip: ["First 3 Chars of Postal Code"],
        ],
        assigned: ["Ward"])

    static let minneapolis = ColumnProfile(
        "minneapolis", "Minneapolis 311",
        [
            .id: ["CASEID"], .category: ["TYPENAME"], .status: ["CASESTATUS"], .opened: ["OPENEDDATETIME"],
            .closed: ["CLOSEDDATETIME"], .longitude: ["LONGITUDE"], .latitude: ["LATITUDE"],
            .x: ["XWEBMERCATOR", "X"], .y: ["YWEBMERCATOR", "Y"], .description: ["TITLE"],
        ],
        assigned: ["WARD"], coordinateSystem: "EPSG:3857")

    static let fixMyStreet = ColumnProfile(
        "fixmystreet", "FixMyStreet export",
        [
            .id: ["Report ID"], .category: ["Category"], .status: ["Status"], .opened: ["Created"],
            .closed: ["Closed", "Fixed"], .address: ["Query", "Nearest address"], .longitude: ["Longitude"],
            .latitude: ["Latitude"], .x: ["Easting"], .y: ["Northing"],
            .channel: ["Reported As", "Site Used"],
            .description: ["Detail", "Title"],
        ],
        assigned: ["Ward"], coordinateSystem: "EPSG:27700",
        statuses: StatusWordList(
            open: ["Action scheduled", "Internal referral"],
            closed: ["Unable to fix", "Not responsible", "Not the council's responsibility"],
            ignored: ["Hidden"]))

    static let open311 = ColumnProfile(
        "open311", "Open311 GeoReport v2",
        [
            .id: ["service_request_id"], .category: ["service_name"], .status: ["status"],
            .opened: ["requested_datetime"], .closed: ["closed_datetime"], .due: ["expected_datetime"],
            .address: ["address"], .longitude: ["long"], .latitude: ["lat"], .zip: ["zipcode"],
            .description: ["description", "status_notes"],
        ])
}
