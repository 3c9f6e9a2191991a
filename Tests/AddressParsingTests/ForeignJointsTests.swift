import Testing

@testable import AddressParsing

struct ForeignJointsTests {
    @Test(arguments: [
        "121 au 644 rue Saint-Jean Ouest", "121 à 644 rue Saint-Jean Ouest",
        "121 ou 644 rue Saint-Jean Ouest",
        "121 et 644 rue Saint-Jean Ouest", "121 jusqu'au 644 rue Saint-Jean Ouest",
        "Nos 121 à 644 rue Saint-Jean Ouest", "rue Saint-Jean Ouest, 121 à 644",
        "rue Saint-Jean Ouest 121 au 644",
        "rue Saint-Jean Ouest, du 121 au 644", "Calle Aguadilla 121 al 644", "Calle Aguadilla 121 a 644",
        "Calle Aguadilla 121 y 644", "Calle Aguadilla del 121 al 644", "Calle Aguadilla 121 hasta 644",
        "Calle Aguadilla 121 - 644", "Calle Aguadilla 121 & 644", "121 al 644 Calle Aguadilla",
        "C/ Aguadilla 121 al 644", "Ave. Luna 121 al 644", "121 au 644 avenue Laurier", "121 au 644 2e Rue",
        "le 121 et le 644 rue Saint-Jean Ouest",
    ])
    func `of two numbers that a word of another language joins either may be the house`(line: String) {
        let best = AddressParser().parse(line).best
        #expect(best.number?.value == 121, "\(line): \(best)")
        #expect(best.otherHouse?.number.value == 644 && best.otherHouse?.isAsLikely == true, "\(line)")
        #expect(best.relation == .at && best.blockNumber == nil, "\(line)")
    }

    @Test(arguments: [
        "entre le 121 et le 644 rue Saint-Jean", "entre 121 et 644 rue Saint-Jean",
        "du 121 au 644 rue Saint-Jean",
        "entre le 121 et le 644 de la rue Saint-Jean", "rue Saint-Jean, entre le 121 et le 644",
        "entre 121 y 644 Calle Sol", "Calle Sol entre el 121 y el 644", "del 121 al 644 Calle Sol",
    ])
    func `a stretch between two houses is near the first, as far as the second`(line: String) {
        let best = AddressParser().parse(line).best
        #expect(best.number?.value == 121 && best.relation == .near, "\(line): \(best)")
        #expect(best.distance > 600, "\(line)")
    }

    @Test(arguments: [
        "121 & 125 Main St", "125 AL 457", "121 A Main St", "104 Main St Apt A", "12 Face Rd",
        "Calle Sol 121",
        "12 Main St, Mobile, AL 36602",
    ])
    func `English lines keep their words`(line: String) {
        let best = AddressParser().parse(line).best
        #expect(best.otherHouse?.isAsLikely != true && best.relation == .at, "\(line): \(best)")
    }

    @Test func `a crossing is one whatever word opens or joins it`() {
        let french = [
            "avenue des Prairies et rue du Collège Est", "coin avenue des Prairies et rue du Collège Est",
            "coin de l'avenue des Prairies et de la rue du Collège Est",
            "angle avenue des Prairies / rue du Collège Est", "coin avenue des Prairies & rue du Collège Est",
            "au coin de l’avenue des Prairies et de la rue du Collège Est",
            "à l'angle de l'avenue des Prairies et de la rue du Collège Est",
            "à l'intersection de l'avenue des Prairies et de la rue du Collège Est",
            "intersection de l'avenue des Prairies et de la rue du Collège Est",
            "coin nord-est de l'avenue des Prairies et de la rue du Collège Est",
            "avenue des Prairies, coin rue du Collège Est",
            "avenue des Prairies coin de la rue du Collège Est",
            "avenue des Prairies au coin de la rue du Collège Est",
            "avenue des Prairies à l'angle de la rue du Collège Est",
            "avenue des Prairies angle rue du Collège Est",
            "avenue des Prairies à l'intersection de la rue du Collège Est",
            "avenue des Prairies à la hauteur de la rue du Collège Est",
            "avenue des Prairies près de la rue du Collège Est",
            "avenue des Prairies, vis-à-vis la rue du Collège Est",
            "Parc Laval, coin avenue des Prairies et rue du Collège Est",
        ]
        for line in french {
            expect(
                line + ", Laval",
                "kind=intersection · type1=AVE · name=DES PRAIRIES · x=RUE DU COLLEGE E · city=LAVAL")
        }
        expect("angle 2e Rue / rue Laval Est", "kind=intersection · name=2ND · type=RUE · x=RUE LAVAL E")
        expect("coin 2e Avenue et de la 3e Rue", "kind=intersection · name=2ND · type=AVE · x=3RD RUE")
        for line in [
            "Calle Sol esq. Calle Luna", "Esquina Calle Sol y Calle Luna",
            "Esq. de la Calle Sol con la Calle Luna",
            "Intersección de la Calle Sol con la Calle Luna",
            "Calle Sol en la esquina con la Calle Luna", "Calle Sol y la Calle Luna",
            "Calle Sol a la altura de la Calle Luna", "Calle Sol cerca de la Calle Luna",
        ] {
            expect(line, "kind=intersection · type1=CALLE · name=SOL · x=CALLE LUNA")
        }
        expect("Calle 4 y 6", "kind=intersection · type1=CALLE · name=4 · x=CALLE 6")
        for line in [
            "Oak St, corner Elm Ave", "Oak St corner of Elm Ave", "Oak St at the corner of Elm Ave",
            "Oak St at the intersection of Elm Ave", "Oak St intersection with Elm Ave",
        ] {
            expect(line, "kind=intersection · name=OAK · type=ST · x=ELM AVE")
        }
        expect("12 Oak St, Corner Brook", "n=12 · name=OAK · type=ST · city=CORNER BROOK")
    }

    @Test func `a stretch lies between two streets in French and Spanish too`() {
        expect(
            "4e Rue entre Rue de la Montagne Est et Rue Papineau Est, Laval",
            "kind=between · name=4TH · type=RUE · x=RUE DE LA MONTAGNE E · x=RUE PAPINEAU E · city=LAVAL")
        expect(
            "Boulevard Papineau, entre Laurier et Lévesque, Laval",
            "kind=between · type1=BLVD · name=PAPINEAU · x=LAURIER · x=LEVESQUE · city=LAVAL")
        expect(
            "rue A entre la rue B et l'avenue C",
            "kind=between · type1=RUE · name=A · x=RUE B · x=AVE C")
        expect(
            "Calle Sol entre la Calle Luna y la Calle Cruz",
            "kind=between · type1=CALLE · name=SOL · x=CALLE LUNA · x=CALLE CRUZ")
        expect("12 Calle Entre Ríos", "n=12 · type1=CALLE · name=ENTRE RIOS")
    }

    @Test func `two addresses in French are two`() {
        let readings = AddressParser().parse("1104 rue Principale et 104 rue Laval").readings
        #expect(readings.map(\.number?.value) == [1104, 104])
    }

    @Test func `a block is one with its word before the number`() {
        for line in ["bloc 500 rue Laval", "bloc 500 de la rue Laval", "500 bloc de la rue Laval"] {
            expect(line, "kind=block · n=500 · type1=RUE · name=LAVAL")
        }
        expect("block 500 of Main St", "kind=block · n=500 · name=MAIN · type=ST")
        expect("block 1200 Main St", "kind=block · n=1200 · name=MAIN · type=ST")
    }

    @Test func `what faces a house is across from it or near it, however it is written`() {
        for words in ["vis-à-vis du", "vis-à-vis le", "vis à vis du", "en face du"] {
            #expect(AddressParser().parse("\(words) 520 rue Laval").best.relation == .opposite, "\(words)")
        }
        for words in ["face au", "près du", "face à"] {
            #expect(AddressParser().parse("\(words) 520 rue Laval").best.relation == .near, "\(words)")
        }
    }
}
