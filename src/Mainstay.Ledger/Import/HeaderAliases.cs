namespace Mainstay.Ledger.Import;

/// <summary>
/// Headers by field, surest first, written as <see cref="OrderFields.Normalise"/> leaves them: English, then
/// German, French, Spanish, Italian and Dutch. A header listed twice belongs to the field that comes first.
/// </summary>
internal static class HeaderAliases
{
    public static IReadOnlyList<(OrderField Field, string Headers)> ByField { get; } =
    [
        (OrderField.Customer, """
            customerid customer customernumber customerno customerkey customercode customerref custid cust custno
            clientid client clientnumber clientno buyerid buyer userid user accountid account accountnumber contactid
            shopperid donorid donor householdid household memberid personid
            kundennummer kundenid kundennr kdnr kunde debitorennummer debitor
            idclient numeroclient numclient noclient codeclient acheteur
            idcliente clienteid numerocliente codigocliente cliente comprador codicecliente codcliente acquirente
            klantnummer klantid klantnr klant koper
            """),
        (OrderField.Date, """
            orderdate date orderedat ordertime createdat created purchasedate purchasedat transactiondate invoicedate
            saledate salesdate orderday day timestamp datetime ordercreated eventtime time paidat paymentdate
            bestelldatum auftragsdatum rechnungsdatum kaufdatum belegdatum buchungsdatum datum tag
            datecommande datedecommande datefacture datedefacture dateachat dateachat
            fechapedido fechadepedido fechafactura fechacompra fecha
            dataordine datafattura dataacquisto data besteldatum orderdatum factuurdatum aankoopdatum
            """),
        (OrderField.Amount, """
            amount lineamount linetotal netamount netsales netrevenue net revenue sales salesamount spend spent dollars
            total totalprice totalamount value ordervalue ordertotal orderamount grandtotal amountpaid paid turnover
            monetary extendedprice purchaseamount transactionamount amt gmv
            nettobetrag netto betrag umsatz summe gesamtbetrag gesamtpreis gesamt rechnungsbetrag bruttobetrag
            montantht totalht montant montanttotal totalttc montantttc chiffredaffaires
            importe importetotal importeneto monto ventas totalventa
            importo importototale importonetto totale fatturato bedrag totaalbedrag totaal omzet regeltotaal
            """),
        (OrderField.Order, """
            orderid orderno ordernumber orderref order invoiceno invoiceid invoicenumber invoice transactionid
            transaction receiptid receiptno receipt basketid basket ticketid ticket saleid documentno
            bestellnummer bestellnr auftragsnummer auftragsnr auftrag bestellung rechnungsnummer rechnungsnr
            rechnung belegnummer belegnr beleg
            numerocommande nocommande ncommande idcommande commande numerofacture nofacture facture
            numeropedido idpedido pedido numerofactura factura
            numeroordine idordine ordine numerofattura fattura
            ordernummer bestelnummer bestelling factuurnummer factuur bonnummer bon
            """),
        (OrderField.Line, """
            lineid lineno linenumber lineitemid orderlineid invoiceline line position positionsnummer pos
            ligne numeroligne linea numerolinea riga numeroriga regel regelnummer
            """),
        (OrderField.Sku, """
            sku stockcode productid productcode productsku itemid itemcode itemno articlenumber article productnumber
            variantsku ean upc asin material
            artikelnummer artikelnr artikel codearticle referenceproduit reference refproduit
            codigoarticulo codigoproducto articulo codicearticolo codiceprodotto articolo artikelcode
            """),
        (OrderField.Description, """
            description productname itemname itemdescription productdescription product item title
            artikelbezeichnung bezeichnung produktname produkt beschreibung designation libelle produit
            descripcion producto descrizione prodotto omschrijving productnaam
            """),
        (OrderField.Quantity, """
            quantity qty units quantityordered quantitysold pieces itemssold items
            menge anzahl stuck stueck quantite qte cantidad unidades quantita qta aantal hoeveelheid
            """),
        (OrderField.UnitPrice, """
            unitprice priceperunit priceeach itemprice price
            einzelpreis stuckpreis stueckpreis preis prixunitaire prix preciounitario precio
            prezzounitario prezzo stuksprijs eenheidsprijs prijsperstuk prijs
            """),
        (OrderField.Discount, "discountamount linediscount discount rebate rabatt nachlass remise descuento sconto korting"),
        (OrderField.Cost, """
            linecost totalcost cost cogs costofgoodssold costofgoods
            wareneinsatz einstandswert kosten couttotal cout costetotal coste costototale costo inkoopwaarde
            """),
        (OrderField.UnitCost, """
            unitcost costperitem costperunit costprice purchaseprice
            einkaufspreis einstandspreis ekpreis ek coutunitaire prixachat prixdachat costeunitario costounitario
            prezzoacquisto inkoopprijs kostprijs
            """),
        (OrderField.Currency, "currency currencycode ccy curr wahrung waehrung wahrungscode devise monnaie moneda divisa valuta munt"),
        (OrderField.Channel, """
            channel saleschannel source utmsource platform vertriebskanal kanal quelle canaldevente canaldeventa canal
            canale verkoopkanaal kanaal
            """),
        (OrderField.Email, """
            email emailaddress customeremail billingemail mail emailadresse mailadresse adresseemail courriel
            correoelectronico correo indirizzoemail postaelettronica emailadres mailadres
            """),
        (OrderField.Phone, """
            phone phonenumber customerphone billingphone telephone mobile mobilephone tel
            telefonnummer telefon handy mobil telefono telefoonnummer telefoon
            """),
        (OrderField.Name, """
            customername fullname clientname buyername billingname name
            kundenname nomclient nom nombrecliente nombre nomecliente nome klantnaam naam
            """),
        (OrderField.Country, "country countrycode billingcountry shippingcountry land pays pais paese nazione landcode"),
        (OrderField.Member, """
            member membership ismember loyaltyprogramme loyaltyprogram programme program club
            mitgliedschaft mitglied membre adhesion miembro socio membro lidmaatschap lid
            """),
        (OrderField.Status, "orderstatus status bestellstatus auftragsstatus statut estado stato"),
        (OrderField.CancelledOn, """
            cancelledat canceledat cancelledon canceledon cancellationdate storniertam stornodatum dateannulation
            fechacancelacion dataannullamento annuleringsdatum
            """),
    ];
}
