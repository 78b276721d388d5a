using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;

namespace LeerkringBot.Cards.Members;

/// <summary>Asks whom somebody speaks for. What the e-mail address suggests is offered, never taken for granted.</summary>
public static class AffiliationCard
{
    public static readonly CardAction<MunicipalityData> Municipality = new("member.municipality");
    public static readonly CardAction<OrganisationData> Organisation = new("member.organisation");
    public static readonly CardAction<AskData> Ask = new("member.ask");

    private const int MostChoices = 100;

    /// <summary>The dataset in which the list of municipalities is searched.</summary>
    public const string Dataset = "municipalities";

    /// <param name="Code">CBS code; chosen in the list, or of a button that has no inputs.</param>
    /// <param name="Then">The click that goes on afterwards.</param>
    /// <param name="Suggested">CBS code of the button with the suggestion; goes before the list.</param>
    /// <param name="Role">See <see cref="RoleInput"/>.</param>
    public sealed record MunicipalityData(string? Code = null, CarriedClick? Then = null, string? Suggested = null, string? Role = null);

    /// <param name="Name">Typed.</param>
    /// <param name="Then">The click that goes on afterwards.</param>
    /// <param name="Role">See <see cref="RoleInput"/>.</param>
    public sealed record OrganisationData(string? Name = null, CarriedClick? Then = null, string? Role = null);

    /// <param name="Then">The click that goes on afterwards.</param>
    public sealed record AskData(CarriedClick? Then = null);

    /// <param name="network">Its municipalities can be chosen.</param>
    /// <param name="member">Who is asked.</param>
    /// <param name="then">The click that goes on afterwards, or null.</param>
    /// <param name="mistake">What was wrong with the answer before, or null.</param>
    /// <param name="texts">In the member's language.</param>
    public static AdaptiveCard Render(Network network, Member member, CarriedClick? then, string? mistake, Texts texts)
    {
        var suggested = network.Suggest(member.Email);
        return new(
            [
                .. mistake is null ? Array.Empty<CardElement>() : [Part.Notice(mistake, "warning")],
                .. Current(network, member, texts),
                Part.Title(texts.Rich(suggested.Count == 1 ? "Affiliation.Suggest" : "Affiliation.Ask", suggested.Count == 1 ? suggested[0].Name : "")),
                Part.Note(texts.Rich("Affiliation.Why")),
                .. suggested.Count == 0
                    ? Array.Empty<CardElement>()
                    : [Part.Buttons([.. suggested.Take(6).Select(one => Municipality.Button(texts.Plain("Affiliation.Yes", one.Name), new(null, then, one.Code.ToString())))])],
                new ChoiceSetInput(texts[suggested.Count == 1 ? "Affiliation.OtherList" : "Affiliation.List"], Choices(network, texts))
                {
                    Id = "code",
                    Search = network.Municipalities.Count > MostChoices ? new(Dataset) : null,
                    Style = "filtered",
                    Placeholder = texts["Affiliation.Placeholder"],
                    Separator = suggested.Count > 0,
                },
                Part.Buttons(Municipality.Button(texts["Affiliation.Choose"], new(null, then))),
                new TextInput(texts["Affiliation.Organisation"]) { Id = "name", MaxLength = 80, Placeholder = texts["Affiliation.OrganisationExample"], Separator = true },
                Part.Buttons(Organisation.Button(texts["Affiliation.NoMunicipality"], new(null, then))),
                RoleInput.Render(member.Role, false, texts) with { Label = texts["Role.ThenAbove"], Separator = true },
            ],
            texts["Affiliation.Ask"])
        {
            Lang = texts.Lang,
        };
    }

    // A long list is searched on the server while somebody types; a short one is at hand at once.
    private static IReadOnlyList<Choice> Choices(Network network, Texts texts) => network.Municipalities.Count > MostChoices
        ? []
        : [.. network.Municipalities.Values.OrderBy(one => one.Name, StringComparer.Create(texts.Culture, true)).Select(one => new Choice(one.Name, one.Code.ToString()))];

    private static IEnumerable<CardElement> Current(Network network, Member member, Texts texts)
    {
        if (member.Affiliation is { } affiliation) yield return new TextBlock(texts.Rich("Affiliation.Current", network.NameOf(affiliation)));
    }
}
