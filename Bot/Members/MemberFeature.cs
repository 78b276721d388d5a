using LeerkringBot.Bot.Routing;
using LeerkringBot.Bot.Start;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Cards.Members;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Members;

namespace LeerkringBot.Bot.Members;

/// <summary>Whom a member speaks for.</summary>
public sealed class MemberFeature(ConfirmAffiliation confirm, INetwork network, Lazy<Router> router) : IFeature, IStartSection
{
    public IEnumerable<CardRoute> Cards =>
    [
        CardRoute.To(AffiliationCard.Municipality, ChooseMunicipality),
        CardRoute.To(AffiliationCard.Organisation, ChooseOrganisation),
        CardRoute.To(AffiliationCard.Ask, async (click, cancellationToken) => await Ask(click.Who, click.Data.Then, null, click.Texts, cancellationToken)),
    ];

    public IEnumerable<ChatCommand> Commands =>
    [
        new(["mijn gemeente", "gemeente", "my municipality", "municipality"], async (message, cancellationToken) => await Ask(message.Who, null, null, message.Texts, cancellationToken)),
    ];

    public int Order => 0;

    public async Task<IReadOnlyList<CardElement>> Render(Person who, Texts texts, CancellationToken cancellationToken)
    {
        var affiliation = (await who.Member).Affiliation;
        var line = affiliation is null
            ? texts.Rich("Start.NoAffiliation")
            : texts.Rich("Start.Affiliation", (await network.Current(cancellationToken)).NameOf(affiliation));
        return
        [
            new TextBlock(line),
            Part.Buttons(
                AffiliationCard.Ask.Button(texts[affiliation is null ? "Affiliation.Ask" : "Affiliation.Change"], new()),
                PersonalDataCard.Show.Button(texts["Personal.Title"], new())),
        ];
    }

    /// <summary>The question, in the way of a click that goes on afterwards.</summary>
    public async Task<AdaptiveCard> Ask(Person who, CarriedClick? then, string? mistake, Texts texts, CancellationToken cancellationToken) =>
        AffiliationCard.Render(await network.Current(cancellationToken), await who.Member, then, mistake, texts);

    private async Task<Reply> ChooseMunicipality(CardClick<AffiliationCard.MunicipalityData> click, CancellationToken cancellationToken)
    {
        var member = MunicipalityCode.TryParse(click.Data.Suggested ?? click.Data.Code, out var code)
            ? await confirm.Municipality(click.Who, code, RoleInput.Read(click.Data.Role), cancellationToken)
            : null;
        return member is null
            ? await Ask(click.Who, click.Data.Then, click.Texts["Affiliation.ChooseFirst"], click.Texts, cancellationToken)
            : await GoOn(click.Raw, member, click.Data.Then, cancellationToken);
    }

    private async Task<Reply> ChooseOrganisation(CardClick<AffiliationCard.OrganisationData> click, CancellationToken cancellationToken)
    {
        var member = await confirm.Organisation(click.Who, click.Data.Name ?? "", RoleInput.Read(click.Data.Role), cancellationToken);
        return member is null
            ? await Ask(click.Who, click.Data.Then, click.Texts["Affiliation.NameFirst"], click.Texts, cancellationToken)
            : await GoOn(click.Raw, member, click.Data.Then, cancellationToken);
    }

    private async Task<Reply> GoOn(CardClick click, Member member, CarriedClick? then, CancellationToken cancellationToken) =>
        then is null || then.Verb == click.Verb
            ? AffiliationConfirmedCard.Render(await network.Current(cancellationToken), member.Affiliation!, click.Texts)
            : await router.Value.Click(click with { Verb = then.Verb, Data = then.Data, Who = click.Who with { Member = Task.FromResult(member) } }, cancellationToken);
}
