import Testing

@testable import ServiceRequests

struct ColumnProfileTests {
    /// The columns that tell each city's export, as it heads them.
    private static let headers: [(profile: String, header: String)] = [
        (
            "plain",
            "id,category,opened,closed,status,address,longitude,latitude,assigned_zone,assigned_district"
        ),
        (
            "new-york",
            "Unique Key,Created Date,Closed Date,Agency,Complaint Type,Descriptor,Incident Zip,Incident Address,Status,Due Date,Community Board,Borough,X Coordinate (State Plane),Y Coordinate (State Plane),Open Data Channel Type,Latitude,Longitude"
        ),
        (
            "new-york",
            "Unique Key,Created Date,Closed Date,Problem (formerly Complaint Type),Incident Address,Status,Latitude,Longitude"
        ),
        (
            "chicago",
            "SR_NUMBER,SR_TYPE,STATUS,ORIGIN,CREATED_DATE,CLOSED_DATE,STREET_ADDRESS,ZIP_CODE,DUPLICATE,PARENT_SR_NUMBER,WARD,LATITUDE,LONGITUDE"
        ),
        (
            "boston",
            "case_enquiry_id,open_dt,sla_target_dt,closed_dt,on_time,case_status,subject,reason,type,queue,location,pwd_district,ward,latitude,longitude,source"
        ),
        (
            "san-francisco",
            "service_request_id,requested_datetime,closed_date,status_description,status_notes,agency_responsible,service_name,service_subtype,address,supervisor_district,lat,long,source"
        ),
        (
            "los-angeles",
            "SRNumber,CreatedDate,ClosedDate,RequestType,Status,AssignTo,Address,ZipCode,Latitude,Longitude,CD,NC"
        ),
        (
            "washington-dc",
            "SERVICEREQUESTID,SERVICECODEDESCRIPTION,ADDDATE,RESOLUTIONDATE,SERVICEORDERSTATUS,STREETADDRESS,XCOORD,YCOORD,LATITUDE,LONGITUDE,WARD"
        ),
        (
            "philadelphia",
            "service_request_id,status,service_name,requested_datetime,expected_datetime,closed_datetime,address,zipcode,lat,lon"
        ),
        (
            "houston",
            "CASE NUMBER,SR LOCATION,DISTRICT,TRASH QUAD,RECYCLE QUAD,TRASH DAY,SR TYPE,QUEUE,SLA,STATUS,SR CREATE DATE,DUE DATE,DATE CLOSED,LATITUDE,LONGITUDE"
        ),
        (
            "houston-2023",
            "Case Number,Incident Address,Latitude,Longitude,Status,Created Date Local,Closed Date,Incident Case Type,Service Area,Council District,Garbage Route,SWM Quadrant"
        ),
        (
            "cincinnati",
            "SR_NUMBER,SR_TYPE,SR_TYPE_DESC,SR_STATUS,DATE_CREATED,DATE_CLOSED,PLANNED_COMPLETION_DAYS,COLLECTION_DAY,COLLECTION_ROUTE,COLLECTION_DIST,NUM_POTHOLES,LATITUDE,LONGITUDE"
        ),
        (
            "montreal",
            "ID_UNIQUE,NATURE,ACTI_NOM,ARRONDISSEMENT,ARRONDISSEMENT_GEO,DDS_DATE_CREATION,LOC_LONG,LOC_LAT,LOC_X,LOC_Y,LOC_ERREUR_GDT,DERNIER_STATUT"
        ),
        (
            "san-diego",
            "service_request_id,service_request_parent_id,sap_notification_number,date_requested,case_age_days,service_name,date_closed,status,lat,lng,street_address,council_district,case_origin,referred"
        ),
        (
            "austin",
            "sr_number,sr_type_desc,sr_status_desc,sr_created_date,sr_closed_date,sr_location,sr_location_x,sr_location_y,sr_location_lat,sr_location_long,sr_location_council_district"
        ),
        (
            "baltimore",
            "SRRecordID,ServiceRequestNum,SRType,MethodReceived,CreatedDate,SRStatus,DueDate,CloseDate,Agency,Outcome,Address,ZipCode,CouncilDistrict,PoliceDistrict,Latitude,Longitude"
        ),
        (
            "kansas-city",
            "CASE ID,SOURCE,DEPARTMENT,REQUEST TYPE,CREATION DATE,STATUS,CLOSED DATE,STREET ADDRESS,ZIP CODE,COUNCIL DISTRICT,LATITUDE,LONGITUDE"
        ),
        (
            "toronto",
            "Creation Date,Status,First 3 Chars of Postal Code,Intersection Street 1,Ward,Service Request Type,Division"
        ),
        (
            "minneapolis",
            "CASEID,SUBJECTNAME,REASONNAME,TYPENAME,TITLE,OPENEDDATETIME,CASESTATUS,CLOSEDDATETIME,XWEBMERCATOR,YWEBMERCATOR"
        ),
        (
            "fixmystreet",
            "Report ID,Title,Category,Created,Fixed,Closed,Status,Latitude,Longitude,Ward,Easting,Northing"
        ),
        (
            "open311",
            "service_request_id,status,service_name,service_code,requested_datetime,updated_datetime,expected_datetime,address,zipcode,lat,long"
        ),
    ]

    @Test func `each known city is found by its header`() {
        for (profile, header) in Self.headers {
            let names = HeaderNames(header.split(separator: ",").map(String.init))
            #expect(ColumnProfile.best(for: names)?.name == profile)
        }
        #expect(Set(Self.headers.map(\.profile)) == Set(ColumnProfile.known.map(\.name)))
    }

    @Test func `a header is found whatever its case, spaces and quotes`() {
        let names = HeaderNames([
            "\"unique key\" ", "CREATED  DATE", "complaint type", "STATUS", "closeddate", "incident address",
            "LONGITUDE",
        ])
        #expect(ColumnProfile.best(for: names)?.name == "new-york")
    }

    @Test func `a name is found whatever its hyphens, and a wrong one names the nearest`() throws {
        #expect(try ColumnProfile.named("New York").name == "new-york")
        #expect(throws: RequestError.unknownProfile(name: "baltmore", nearest: ["baltimore"])) {
            try ColumnProfile.named("baltmore")
        }
    }

    @Test func `no two profiles share a name, and none says where two fields are in one column`() {
        #expect(Set(ColumnProfile.known.map(\.name)).count == ColumnProfile.known.count)
        for profile in ColumnProfile.known {
            let names = profile.columns.values.flatMap { $0.map { $0.lowercased() } }
            #expect(Set(names).count == names.count, "\(profile.name)")
        }
    }

    @Test func `another city's file with some of the columns does not fit`() throws {
        let names = ["SR_NUMBER", "SR_TYPE", "CREATED_DATE", "STATUS", "Colonia", "Calle", "Cierre"]
        #expect(ColumnProfile.best(for: HeaderNames(names)) == nil)
        #expect {
            try ColumnMap(header: names, line: 1, source: "x.csv", selection: ColumnSelection(), layers: [])
        } throws: { error in
            "\(error)".contains("say profile: chicago")
        }
    }
}
