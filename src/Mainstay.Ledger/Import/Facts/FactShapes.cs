namespace Mainstay.Ledger.Import.Facts;

/// <summary>Every kind of file of facts. A header listed for two columns belongs to the one that comes first.</summary>
public static class FactShapes
{
    private static readonly (string, string)[] Marks =
    [
        ("measured", "measured"), ("time_study", "time_study"), ("estimated", "estimated"), ("default", "default"),
        ("gemessen", "measured"), ("geschaetzt", "estimated"), ("geschätzt", "estimated"), ("estimé", "estimated"),
    ];

    private static readonly FactField Customer = Of(FactSlot.Customer, "customer", FactCell.Text,
        "customer key, as in the order files", WordsOf(OrderField.Customer));

    private static readonly FactField Email = Of(FactSlot.Email, "email", FactCell.Text,
        "email address, where there is no customer key", WordsOf(OrderField.Email));

    private static readonly FactField Order = Of(FactSlot.Order, "order", FactCell.Text,
        "order number, as in the order files; its customer is meant where no other is named",
        "orderid orderno ordernumber orderref bestellnummer bestellnr auftragsnummer auftrag bestellung "
        + "numerocommande commande");

    private static readonly FactField Currency = Of(FactSlot.Currency, "currency", FactCell.Currency,
        "ISO code of the amounts; without it they are in the business's currency",
        "currencycode ccy waehrung wahrung devise");

    private static readonly FactField Mark = Of(FactSlot.Mark, "mark", FactCell.Choice,
        "what the figure rests on: measured, time_study, estimated or default", "basis quality guete qualite")
        with
    { Choices = Marks };

    private static readonly FactField From = Of(FactSlot.Day, "from", FactCell.Day,
        "day from which it holds; empty: always",
        "start validfrom effective effectivefrom since von ab gueltigab gultigab de depuis");

    private static readonly FactField Id = Of(FactSlot.Id, "id", FactCell.Text,
        "number of the row where it comes from; a later file with it corrects the row",
        "activityid ticketid ticket caseid eventid recordid");

    /// <summary>All of them, in the order they are documented.</summary>
    public static IReadOnlyList<FactShape> All { get; } =
    [
        Pools, ActivityTimes, Activities, Rates, Payments, Touches, AcquisitionSpend, Referrals, ProductCosts, OrderCosts,
        Exceptions,
    ];

    /// <summary>The shape of a kind of file.</summary>
    public static FactShape Of(FactFileKind kind) => All.First(shape => shape.Kind == kind);

    private static FactShape Pools => new(FactFileKind.Pools, "pools", "pool", "a file of resource pools",
    [
        Of(FactSlot.Name, "pool", FactCell.Text, "name of the resource pool",
            "name resource department resourcepool ressource abteilung kostenstelle pole service") with { IsRequired = true },
        Of(FactSlot.Amount, "cost", FactCell.Money, "cost of the capacity supplied over the period",
            "costsupplied totalcost kosten cout") with { IsRequired = true },
        Of(FactSlot.Quantity, "capacity_minutes", FactCell.Number, "minutes it can really work in the period",
            "practicalcapacity practicalcapacityminutes minutes capacity kapazitat kapazitaet kapazitatminuten minuten capacite")
            with { IsRequired = true },
        From with { Meaning = "first day of the period; empty: one period over everything" },
        Of(FactSlot.Until, "until", FactCell.Day, "last day of the period; empty: still open",
            "to end validuntil bis gultigbis gueltigbis jusqua"),
        Avoidable,
        Of(FactSlot.Minutes, "step_minutes", FactCell.Number, "capacity is released in whole steps of so many minutes",
            "step steps stepsize schritt"),
        Currency, Mark,
    ])
    { MayLieAhead = true, Key = [FactSlot.Name, FactSlot.Day] };

    private static FactShape ActivityTimes => new(
        FactFileKind.ActivityTimes, "activity-times", "activity_time", "a file of unit times",
    [
        Activity,
        Of(FactSlot.Channel, "pool", FactCell.Text, "the pool whose minutes it takes",
            "resource department resourcepool ressource abteilung kostenstelle pole service") with { IsRequired = true },
        Of(FactSlot.Minutes, "unit_minutes", FactCell.Number, "minutes one of it takes",
            "minutes minutesperunit unittime timeperunit minuten stueckzeit duree"),
        Of(FactSlot.Detail, "equation", FactCell.Equation, "minutes by drivers, such as 0.5 + 6.5*special + 0.2*air",
            "timeequation formula formel zeitgleichung"),
        From,
        Of(FactSlot.Quantity, "quantity", FactCell.Number, "how often it was done for no customer in particular",
            "volume count menge anzahl quantite"),
        Mark,
    ])
    {
        Mark = "time_study",
        MayLieAhead = true,
        OneOf = ["unit_minutes", "equation"],
        Key = [FactSlot.Name, FactSlot.Day],
    };

    private static FactShape Activities => new(FactFileKind.Activities, "activities", "activity", "a file of activities",
    [
        Of(FactSlot.Day, "date", FactCell.Day, "day it was done", "day " + WordsOf(OrderField.Date)) with { IsRequired = true },
        Of(FactSlot.Name, "activity", FactCell.Text, "what was done",
            "kind type reason tatigkeit taetigkeit aktivitat aktivitaet vorgang activite grund art") with { IsRequired = true },
        Customer, Email, Order,
        Of(FactSlot.Quantity, "quantity", FactCell.Number, "how often; empty: once", "count menge anzahl quantite"),
        Of(FactSlot.Minutes, "minutes", FactCell.Number, "minutes measured; empty: the unit time",
            "durationminutes duration minuten dauer duree"),
        Of(FactSlot.Amount, "cost", FactCell.Money, "paid for it; empty: it follows the minutes", "kosten cout"),
        Currency, Mark, Id,
    ]);

    private static FactShape Rates => new(FactFileKind.Rates, "rates", "rate", "a rate card of activities",
    [
        Activity,
        Of(FactSlot.Amount, "rate", FactCell.Money, "cost of one of it",
            "unitcost costperunit cost satz kostensatz kosten tarif cout") with { IsRequired = true },
        From, Avoidable, Currency, Mark,
    ])
    { Mark = "estimated", MayLieAhead = true, Key = [FactSlot.Name, FactSlot.Day] };

    private static FactShape Payments => new(FactFileKind.Payments, "payments", "payment", "a file of payments",
    [
        Customer, Email, Order,
        Of(FactSlot.Amount, "amount", FactCell.SignedMoney, "what was owed",
            "invoiceamount total betrag rechnungsbetrag montant") with { IsRequired = true },
        Of(FactSlot.Day, "due", FactCell.Day, "day it was due",
            "duedate dueon faellig fallig falligam faelligam falligkeit echeance dateecheance") with { IsRequired = true },
        Of(FactSlot.Until, "paid", FactCell.Day, "day it was paid; empty: not yet",
            "paidon paidat paiddate paymentdate bezahlt bezahltam zahlungsdatum paye datepaiement"),
        Of(FactSlot.Id, "invoice", FactCell.Text, "number of the invoice; a later file with it corrects the payment",
            "id invoiceid invoiceno invoicenumber rechnung rechnungsnummer facture numerofacture"),
        Currency,
    ])
    { OneOf = ["customer", "email", "order"] };

    private static FactShape Touches => new(FactFileKind.Touches, "touches", "touch", "a file of marketing touches",
    [
        Customer, Email,
        Of(FactSlot.Day, "date", FactCell.Day, "day of the touch", "day sentat senton " + WordsOf(OrderField.Date))
            with { IsRequired = true },
        Of(FactSlot.Channel, "channel", FactCell.Text, "email, post, phone, …", "medium kanal canal"),
        Of(FactSlot.Name, "campaign", FactCell.Text, "which campaign", "campaignname kampagne campagne"),
        Of(FactSlot.Amount, "cost", FactCell.Money, "what it cost", "kosten cout") with { IsRequired = true },
        Currency,
        Id with { Aliases = ["touchid", "messageid"] },
    ]);

    private static FactShape AcquisitionSpend => new(
        FactFileKind.AcquisitionSpend, "acquisition-spend", "acquisition_spend", "a file of acquisition spend",
    [
        Of(FactSlot.Channel, "channel", FactCell.Text, "channel it was spent on; empty: all", "source medium kanal canal"),
        Of(FactSlot.Day, "month", FactCell.Month, "month such as 2024-03, or a day in it", "date monat mois datum")
            with { IsRequired = true },
        Of(FactSlot.Amount, "spend", FactCell.Money, "what was spent",
            "cost amount adspend spent ausgaben kosten budget depense cout") with { IsRequired = true },
        Of(FactSlot.Quantity, "leads", FactCell.Number, "leads it brought, won or not", "leadcount interessenten prospects"),
        Currency,
    ])
    { Key = [FactSlot.Channel, FactSlot.Day] };

    private static FactShape Referrals => new(FactFileKind.Referrals, "referrals", "referral", "a file of referrals",
    [
        Of(FactSlot.Customer, "referrer", FactCell.Text, "customer who recommended",
            "referredby referrerid advocate werber empfehler parrain") with { IsRequired = true },
        Of(FactSlot.Other, "referred", FactCell.Text, "customer who came",
            "referredcustomer referredid referee geworben geworbener empfohlener filleul") with { IsRequired = true },
        Of(FactSlot.Day, "date", FactCell.Day, "day of the referral", "day referredon datum tag"),
        Of(FactSlot.Amount, "reward", FactCell.Money, "what they were given for it", "bonus praemie pramie recompense"),
        Of(FactSlot.Share, "type", FactCell.Choice, "one: would not have come otherwise; two: would have come anyway",
            "referraltype typ") with
        { Choices = [("one", "1"), ("two", "0"), ("1", "1"), ("2", "0"), ("type_one", "1"), ("type_two", "0")] },
        Of(FactSlot.Share, "probability", FactCell.Share, "probability that they would not have come otherwise",
            "typeone probabilitytypeone wahrscheinlichkeit probabilite"),
        Currency,
    ])
    { Key = [FactSlot.Customer, FactSlot.Other] };

    private static FactShape ProductCosts => new(
        FactFileKind.ProductCosts, "product-costs", "product_cost", "a file of product costs",
    [
        Of(FactSlot.Name, "sku", FactCell.Text, "article number, as in the order files",
            "variantsku " + WordsOf(OrderField.Sku)) with { IsRequired = true },
        Of(FactSlot.Amount, "unit_cost", FactCell.Money, "what one costs the firm",
            "cost " + WordsOf(OrderField.UnitCost)) with { IsRequired = true },
        From with { Aliases = [.. From.Aliases, "date", "datum"] },
        Currency, Mark,
    ])
    { MayLieAhead = true, Key = [FactSlot.Name, FactSlot.Day] };

    private static FactShape OrderCosts => new(FactFileKind.OrderCosts, "order-costs", "order_cost", "a file of order costs",
    [
        Order, Customer, Email,
        Of(FactSlot.Day, "date", FactCell.Day, "day of the cost", "day " + WordsOf(OrderField.Date)) with { IsRequired = true },
        Of(FactSlot.Name, "kind", FactCell.Choice, "payment_fee or delivery", "costkind art") with
        {
            Choices =
            [
                ("payment_fee", "payment_fee"), ("delivery", "delivery"), ("fee", "payment_fee"), ("fees", "payment_fee"),
                ("payment", "payment_fee"), ("shipping", "delivery"), ("freight", "delivery"),
                ("zahlungsgebühr", "payment_fee"), ("gebühr", "payment_fee"), ("versand", "delivery"),
                ("frais", "payment_fee"), ("livraison", "delivery"),
            ],
        },
        Of(FactSlot.Amount, "amount", FactCell.Money, "amount of that kind", "cost betrag kosten montant cout"),
        Of(FactSlot.Fee, "payment_fee", FactCell.Money, "payment fee, instead of kind and amount",
            "fee fees transactionfee paymentfees zahlungsgebuhr gebuhr frais"),
        Of(FactSlot.Delivery, "delivery", FactCell.Money, "delivery cost, instead of kind and amount",
            "shippingcost deliverycost shipping freight versandkosten versand livraison fraislivraison"),
        Currency, Mark, Id with { Aliases = [] },
    ])
    { OneOf = ["order", "customer", "email"] };

    private static FactShape Exceptions => new(FactFileKind.Exceptions, "exceptions", "exception", "a file of exceptions",
    [
        Customer, Email,
        Of(FactSlot.Name, "reason", FactCell.Choice, "prestige, referrer, promising or strategic", "grund motif raison") with
        {
            IsRequired = true,
            Choices =
            [
                ("prestige", "prestige"), ("referrer", "referrer"), ("promising", "promising"), ("strategic", "strategic"),
                ("strategisch", "strategic"), ("vielversprechend", "promising"), ("empfehler", "referrer"),
                ("stratégique", "strategic"), ("prometteur", "promising"),
            ],
        },
        Of(FactSlot.Channel, "owner", FactCell.Text, "who answers for it", "responsible verantwortlich responsable"),
        Of(FactSlot.Until, "review_on", FactCell.Day, "day somebody looks again; it ends then",
            "review reviewdate pruefung wiedervorlage revision") with { IsRequired = true },
        From,
        Of(FactSlot.Detail, "note", FactCell.Text, "anything worth knowing", "comment notes notiz bemerkung remarque"),
    ])
    { MayLieAhead = true, OneOf = ["customer", "email"], Key = [FactSlot.Customer, FactSlot.Name] };

    private static FactField Activity => Of(FactSlot.Name, "activity", FactCell.Text, "what is done",
        "name tatigkeit taetigkeit aktivitat aktivitaet vorgang activite") with
    { IsRequired = true };

    private static FactField Avoidable => Of(FactSlot.Share, "avoidable_share", FactCell.Share,
        "share of the cost that would go with the work, 0 to 1", "avoidable vermeidbar vermeidbareranteil evitable");

    private static FactField Of(FactSlot slot, string name, FactCell cell, string meaning, string aliases = "") =>
        new(name, cell, meaning)
        {
            Slot = slot,
            Aliases = [.. aliases.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
                .Where(alias => alias != OrderFields.Normalise(name)).Distinct()],
        };

    private static string WordsOf(OrderField field) =>
        HeaderAliases.ByField.First(entry => entry.Field == field).Headers;
}
