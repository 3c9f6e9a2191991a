import Foundation
import Testing

/// One made-up request in the form in which a city publishes its own.
struct PublishedForm: Sendable, CustomTestStringConvertible {
    let city: String
    /// The column of the area that the CRM assigned.
    let assigned: String
    let text: String
    /// The opening as the findings have it: the city's wall time with its offset.
    let opened: String
    var timeZone = "America/New_York"
    var verdict = "correct"

    var testDescription: String { city }

    static let all: [PublishedForm] = [
        PublishedForm(
            city: "New York", assigned: "Council District",
            text: """
                Unique Key,Created Date,Closed Date,Agency,Complaint Type,Incident Zip,Incident Address,Status,Council District,Latitude,Longitude
                61000001,07/04/2024 01:05:09 PM,01/01/1900 12:00:00 AM,DSNY,Missed Collection,N/A,1 MAIN STREET,Open,07,40.75,-73.98

                """, opened: "2024-07-04T13:05:09-04:00"),
        PublishedForm(
            city: "New York, state plane feet only (pyproj: EPSG:2263)", assigned: "Council District",
            text: """
                Unique Key,Created Date,Complaint Type,Status,Council District,X Coordinate (State Plane),Y Coordinate (State Plane)
                61000001,07/04/2024 12:05:09 AM,Missed Collection,Open,7,989791,212523

                """, opened: "2024-07-04T00:05:09-04:00"),
        PublishedForm(
            city: "Chicago", assigned: "WARD",
            text: """
                SR_NUMBER,SR_TYPE,STATUS,ORIGIN,CREATED_DATE,CLOSED_DATE,STREET_ADDRESS,ZIP_CODE,DUPLICATE,PARENT_SR_NUMBER,WARD,LATITUDE,LONGITUDE
                SR24-00000001,Missed Garbage Pick-Up Complaint,Open,Phone Call,03/10/2024 02:30:00 AM,,1 N STATE ST,60602,false,,7,41.88,-87.63

                """, opened: "2024-03-10T03:30:00-05:00", timeZone: "America/Chicago"),
        PublishedForm(
            city: "Boston", assigned: "ward",
            text: """
                case_enquiry_id,open_dt,sla_target_dt,closed_dt,on_time,case_status,type,location,pwd_district,ward,location_zipcode,latitude,longitude,source
                101005000001,2024-01-05 08:00:00,,,ONTIME,Open,Missed Trash,1 Main St,07,Ward 07,' ',42.35,-71.06,Constituent Call

                """, opened: "2024-01-05T08:00:00-05:00"),
        PublishedForm(
            city: "San Francisco", assigned: "supervisor_district",
            text: """
                service_request_id,requested_datetime,closed_date,status_description,service_name,address,supervisor_district,lat,long,source
                17000001,2024-01-05T08:00:00.000,2024-01-04T08:00:00.000,Closed,Street Cleaning,"1 MAIN ST, SAN FRANCISCO, CA",7.0,37.77,-122.41,Mobile

                """, opened: "2024-01-05T08:00:00-08:00", timeZone: "America/Los_Angeles"),
        PublishedForm(
            city: "Los Angeles", assigned: "CD",
            text: """
                SRNumber,CreatedDate,ClosedDate,RequestType,Status,AssignTo,Address,ZipCode,Latitude,Longitude,CD,NC
                1-1000000001,1/5/2024 8:00,,Bulky Items,Open,NC,"1 W MAIN ST, 90012",90012,34.05,-118.24,7,DOWNTOWN

                """, opened: "2024-01-05T08:00:00-08:00", timeZone: "America/Los_Angeles"),
        PublishedForm(
            city: "Washington DC, metres only (pyproj: EPSG:26985)", assigned: "WARD",
            text: """
                \u{FEFF}SERVICEREQUESTID,SERVICECODEDESCRIPTION,ADDDATE,RESOLUTIONDATE,SERVICEORDERSTATUS,STREETADDRESS,XCOORD,YCOORD,WARD\r
                24-00000001,Trash Collection - Missed,2024-07-04T20:47:11.000Z,,OPEN,1200 - 1299 BLOCK OF K STREET NW,397397.68,136905.73,Ward 7\r

                """, opened: "2024-07-04T16:47:11-04:00"),
        PublishedForm(
            city: "Philadelphia", assigned: "zipcode",
            text: """
                service_request_id,status,service_name,requested_datetime,expected_datetime,closed_datetime,address,zipcode,lat,lon
                16000001,Open,Rubbish Collection,2024-01-05 08:00:00,2024-01-08 08:00:00,,.,7,39.95,-75.16

                """, opened: "2024-01-05T08:00:00-05:00"),
        PublishedForm(
            city: "Houston until 2022", assigned: "DISTRICT",
            text: """
                CASE NUMBER|SR LOCATION|DISTRICT|TRASH QUAD|RECYCLE QUAD|TRASH DAY|SR TYPE|QUEUE|SLA|STATUS|SR CREATE DATE|DUE DATE|DATE CLOSED|LATITUDE|LONGITUDE
                101000001|1 MAIN ST, HOUSTON TX|7|NE|NE|MONDAY|Missed Garbage Pickup|SWM|3|Open|2024-01-05 08:00:00|2024-01-08 08:00:00||29.76|-95.36

                """, opened: "2024-01-05T08:00:00-06:00", timeZone: "America/Chicago"),
        PublishedForm(
            city: "Houston since 2023, preamble and a header over two lines", assigned: "Council District",
            text: """
                City of Houston
                311 Service Requests
                Extract of 01/31/2024

                Source: 311 Help and Info
                Note: times are local
                Case Number|Incident Address|Latitude|Longitude|Status|"Created Date
                Local"|Closed Date|"Incident Case
                Type"|Service Area|Council District|Garbage Route|SWM Quadrant
                2300000001|1 MAIN ST|29.76|-95.36|Open|01/05/2024 08:00:00 AM||Missed Garbage|NE|7|G1|NE
                2300000002|1 MAIN ST|29.76|-95.36|Open|01/15/2024 08:00:00 AM||Missed Garbage|NE|7|G1|NE

                """, opened: "2024-01-05T08:00:00-06:00", timeZone: "America/Chicago"),
        PublishedForm(
            city: "Cincinnati", assigned: "COLLECTION_DIST",
            text: """
                SR_NUMBER,SR_TYPE,SR_TYPE_DESC,SR_STATUS,DATE_CREATED,DATE_CLOSED,ADDRESS,COLLECTION_DAY,COLLECTION_ROUTE,COLLECTION_DIST,LATITUDE,LONGITUDE
                SR24000001,TRASH,Missed trash,OPEN,2024 Jan 05 08:00:00 PM,,1 MAIN ST,MONDAY,R1,7,39.1,-84.51

                """, opened: "2024-01-05T20:00:00-05:00"),
        PublishedForm(
            city: "Montréal in Windows-1252", assigned: "ARRONDISSEMENT",
            text: """
                ID_UNIQUE,NATURE,ACTI_NOM,ARRONDISSEMENT,ARRONDISSEMENT_GEO,DDS_DATE_CREATION,RUE,LOC_LONG,LOC_LAT,LOC_ERREUR_GDT,DERNIER_STATUT
                A1,Requete,Collecte - Déchets,Hôtel-de-Ville,Hôtel-de-Ville,2024-01-05T08:00:00,rue Principale,-73.56,45.5,0,Acceptée

                """, opened: "2024-01-05T08:00:00-05:00", timeZone: "America/Toronto"),
        PublishedForm(
            city: "San Diego", assigned: "council_district",
            text: """
                service_request_id,service_request_parent_id,date_requested,case_age_days,service_name,date_closed,status,lat,lng,street_address,council_district,case_origin,referred
                4000001,,2024-01-05T08:00:00,3,Missed Collection,,New,32.71,-117.16,1 MAIN ST,7,Mobile,

                """, opened: "2024-01-05T08:00:00-08:00", timeZone: "America/Los_Angeles"),
        PublishedForm(
            city: "Austin", assigned: "sr_location_council_district",
            text: """
                sr_number,sr_type_desc,sr_status_desc,sr_created_date,sr_closed_date,sr_location,sr_location_lat,sr_location_long,sr_location_council_district
                24-00000001,ARR - Garbage,Duplicate (closed),2024-01-05T08:00:00.000,,"1 MAIN ST, AUSTIN, TX",30.27,-97.74,7

                """, opened: "2024-01-05T08:00:00-06:00", timeZone: "America/Chicago"),
        PublishedForm(
            city: "Baltimore", assigned: "CouncilDistrict",
            text: """
                SRRecordID,ServiceRequestNum,SRType,MethodReceived,CreatedDate,SRStatus,DueDate,CloseDate,Agency,Outcome,Address,ZipCode,CouncilDistrict,PoliceDistrict,Latitude,Longitude
                5003t0000001,24-00000001,SW-Mixed Refuse,Phone,2024-01-05 08:00:00,Open,,,Solid Waste,,"1 MAIN ST, BALTIMORE, MD, 21202",21202,7,Central,39.29,-76.61

                """, opened: "2024-01-05T08:00:00-05:00"),
        PublishedForm(
            city: "Kansas City", assigned: "COUNCIL DISTRICT",
            text: """
                CASE ID\tSOURCE\tDEPARTMENT\tREQUEST TYPE\tCREATION DATE\tSTATUS\tCLOSED DATE\tSTREET ADDRESS\tZIP CODE\tCOUNCIL DISTRICT\tLATITUDE\tLONGITUDE
                2024000001\tWEB\tPublic Works\tMissed Trash\t01/15/2024\tOPEN\t\t1 MAIN ST\t64106\t7\t39.1\t-94.58

                """, opened: "2024-01-15T00:00:00-06:00", timeZone: "America/Chicago"),
        PublishedForm(
            city: "Toronto, which publishes no positions", assigned: "Ward",
            text: """
                Creation Date,Status,First 3 Chars of Postal Code,Intersection Street 1,Ward,Service Request Type,Division
                2024-01-05 08:00:00.0000000,Initiated,M5H,,Spadina (07),Garbage Collection - Missed Pick Up,Solid Waste

                """, opened: "2024-01-05T08:00:00-05:00", timeZone: "America/Toronto", verdict: "unlocatable"),
        PublishedForm(
            city: "Minneapolis, Web Mercator only (pyproj: EPSG:3857)", assigned: "WARD",
            text: """
                CASEID,SUBJECTNAME,TYPENAME,OPENEDDATETIME,CASESTATUS,CLOSEDDATETIME,XWEBMERCATOR,YWEBMERCATOR,WARD
                1000001,Trash,Missed Collection,2024/01/05 08:00:00+00,0,,-10382768.91,5618373.44,7

                """, opened: "2024-01-05T02:00:00-06:00", timeZone: "America/Chicago"),
        PublishedForm(
            city: "FixMyStreet, semicolons", assigned: "Ward",
            text: """
                Report ID;Title;Category;Created;Fixed;Closed;Status;Latitude;Longitude;Ward;Easting;Northing
                4000001;"Bins; again";Missed collection;2024-07-05T08:00:00;;;confirmed;51.5;-0.12;7;;

                """, opened: "2024-07-05T08:00:00+01:00", timeZone: "Europe/London"),
        PublishedForm(
            city: "Open311, bare CR", assigned: "zone",
            text:
                "service_request_id,status,service_name,service_code,requested_datetime,updated_datetime,expected_datetime,address,zipcode,lat,long,zone\r"
                + "1,open,Missed pickup,001,2024-07-05T08:00:00-05:00,,,1 Main St,,41.88,-87.63,7\r",
            opened: "2024-07-05T09:00:00-04:00"),
    ]
}

struct CityFormatsTests {
    /// Area 7, also called by its name, is nearly all of the northern half of the west; area 8 lies elsewhere.
    private static let areas = #"""
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"code":"7","name":"Hôtel-de-Ville"},"geometry":{"type":"Polygon","coordinates":
        [[[-140,20,9],[5,20,9],[5,70,9],[-140,70,9],[-140,20,9]]]}},
        {"type":"Feature","properties":{"code":"8","name":"South"},"geometry":{"type":"Polygon","coordinates":
        [[[-140,-20],[5,-20],[5,19],[-140,19],[-140,-20]]]}}]}
        """#

    @Test(arguments: PublishedForm.all)
    func `each known city's form is read and judged without a word about its columns`(form: PublishedForm)
        throws
    {
        let folder = try Wardline.scratchFolder()
        let areas = folder.appending(path: "areas.geojson")
        try Data(Self.areas.utf8).write(to: areas)
        let city = folder.appending(path: "city.yaml")
        try Data(
            """
            name: Test
            timezone: \(form.timeZone)
            layers: [{name: area, assigned: \(form.assigned), editions: [{file: \(areas.path), code: code, title: name}]}]
            """.utf8
        ).write(to: city)
        let requests = folder.appending(path: "requests.csv")
        let encoding: String.Encoding = form.city.contains("Windows-1252") ? .windowsCP1252 : .utf8
        try #require(form.text.data(using: encoding)).write(to: requests)
        let outcome = try Wardline.run("audit", requests.path, "--city", city.path, "--all", "-o", "-")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let finding = try #require(outcome.output.split(separator: "\n").dropFirst().first)
        let fields = finding.split(separator: ",", omittingEmptySubsequences: false)
        #expect(fields[4] == form.verdict, "\(finding)")
        #expect(finding.contains(",\(form.opened),"), "\(finding)")
        #expect(outcome.errors.contains("0 rejected"), "\(outcome.errors)")
        #expect(!outcome.errors.contains("read with a note"), "\(outcome.errors)")
    }
}
