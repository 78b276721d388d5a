using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Bot.Web;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Registrations;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Bot.Registrations;

/// <summary>Makes invitation cards of what stands in storage.</summary>
public sealed class Invitations(IGatherings gatherings, IRegistrationStore registrations, Links links, TimeProvider clock)
{
    /// <summary>For everybody to see: no person, no state of anybody, Dutch.</summary>
    /// <returns>Null when there is no such gathering.</returns>
    public async Task<ChannelCard?> Neutral(GatheringId id, CancellationToken cancellationToken)
    {
        var sheet = registrations.Sheet(id, cancellationToken);
        return await gatherings.Find(id, cancellationToken) is { } gathering && await sheet is { } found
            ? new(InvitationCard.Render(View(gathering, found, null), Texts.Dutch), gathering.EndsAt)
            : null;
    }

    /// <returns>Null when there is no such gathering.</returns>
    public Task<AdaptiveCard?> Personal(GatheringId id, MemberId member, Texts texts, CancellationToken cancellationToken) =>
        Personal(id, member, _ => true, null, texts, cancellationToken);

    /// <returns>Null when the person has no place any more.</returns>
    public Task<AdaptiveCard?> Promoted(GatheringId id, MemberId member, Texts texts, CancellationToken cancellationToken) =>
        Personal(id, member, mine => mine is MyRegistration.Coming, texts["Registration.Promoted"], texts, cancellationToken);

    /// <returns>Null when no place is offered to the person any more.</returns>
    public Task<AdaptiveCard?> Offered(GatheringId id, MemberId member, Texts texts, CancellationToken cancellationToken) =>
        Personal(id, member, mine => mine is MyRegistration.Waiting { Offered: true }, null, texts, cancellationToken);

    /// <summary>What an answer's card needs beside the answer: begun before it, so that nobody waits for one after the other.</summary>
    public Task<Gathering?> Find(GatheringId id, CancellationToken cancellationToken) => gatherings.Find(id, cancellationToken);

    /// <summary>After an answer: nothing more needs to be read.</summary>
    public AdaptiveCard Answered(Gathering gathering, RegistrationSheet sheet, Registration? mine, string? notice, Texts texts) =>
        InvitationCard.Render(View(gathering, sheet, MyRegistration.Of(sheet, mine)), texts, notice);

    /// <summary>What is coming, with where a member stands.</summary>
    public async Task<IReadOnlyList<(Gathering Gathering, MyRegistration Mine)>> Agenda(MemberId member, CancellationToken cancellationToken)
    {
        var coming = await gatherings.Coming(cancellationToken);
        var read = await Task.WhenAll(coming.Select(gathering => registrations.Read(gathering.Id, member, cancellationToken)));
        return
        [
            .. coming.Zip(read).Where(pair => pair.Second is not null)
                .Select(pair => (pair.First, MyRegistration.Of(pair.Second!.Value.Sheet, pair.Second.Value.Mine))),
        ];
    }

    private async Task<AdaptiveCard?> Personal(GatheringId id, MemberId member, Func<MyRegistration, bool> still, string? notice, Texts texts, CancellationToken cancellationToken)
    {
        var reading = registrations.Read(id, member, cancellationToken);
        return await gatherings.Find(id, cancellationToken) is { } gathering
            && await reading is var (sheet, registration)
            && MyRegistration.Of(sheet, registration) is var mine && still(mine)
                ? InvitationCard.Render(View(gathering, sheet, mine), texts, notice)
                : null;
    }

    private Invitation View(Gathering gathering, RegistrationSheet sheet, MyRegistration? mine) =>
        new(gathering, sheet, mine, links.Calendar(gathering.Id), clock.GetUtcNow());
}
