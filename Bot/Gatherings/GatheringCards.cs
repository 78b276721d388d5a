using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Bot.Registrations;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Broadcasts;
using LeerkringBot.Cards.Gatherings;
using LeerkringBot.Cards.Registrations;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Gatherings;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Bot.Gatherings;

/// <summary>Makes the cards of writing gatherings of what stands in storage.</summary>
public sealed class GatheringCards(AuthorGathering author, IGatherings gatherings, IRegistrationStore registrations, ToldPeople told, TimeProvider clock)
{
    /// <summary>A step of the form; the review only when all is right, otherwise the first step where something is to be mended.</summary>
    /// <param name="draft">As it is kept.</param>
    /// <param name="step">Which.</param>
    /// <param name="showMistakes">False before somebody went on from it.</param>
    /// <param name="notice">Above it, or null.</param>
    /// <param name="texts">In the organiser's language.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<AdaptiveCard> Step(GatheringDraft draft, FormStep step, bool showMistakes, string? notice, Texts texts, CancellationToken cancellationToken)
    {
        var (reading, before) = await author.Read(draft, cancellationToken);
        if (step == FormStep.Review && !reading.Mistakes.IsEmpty) (step, showMistakes) = (FormSteps.Of(reading.Mistakes[0].Field), true);
        var today = DutchTime.DayOf(clock.GetUtcNow());
        if (step < FormStep.Review)
        {
            // Of questions at once: what is wrong there comes from moving and removing others.
            var shown = showMistakes || step == FormStep.Questions ? reading.Mistakes.Where(mistake => FormSteps.Of(mistake.Field) == step) : [];
            return GatheringFormCard.Render(step, new(draft, [.. shown], notice, today), texts);
        }

        var moved = before is not null && before.Moment != reading.Gathering.Moment;
        return ReviewCard.Render(new(draft, [], notice, today), await Invitation(reading.Gathering, texts, cancellationToken), moved ? await told.OfMove(before!.Id, cancellationToken) : 0, texts);
    }

    public async Task<AdaptiveCard> Question(GatheringDraft draft, QuestionText question, bool showMistakes, Texts texts, CancellationToken cancellationToken)
    {
        var index = draft.Text.Questions.IndexOf(question);
        var mistakes = showMistakes && index >= 0 ? (await author.Read(draft, cancellationToken)).Reading.Mistakes.Where(mistake => mistake.Item == index && FormSteps.Of(mistake.Field) == FormStep.Questions) : [];
        return QuestionCard.Render(new(draft, [.. mistakes], null, DutchTime.DayOf(clock.GetUtcNow())), question, texts);
    }

    /// <param name="gathering">As it stands.</param>
    /// <param name="done">What was done.</param>
    /// <param name="people">How many get a message.</param>
    /// <param name="texts">In the organiser's language.</param>
    public AdaptiveCard Saved(Gathering gathering, string done, int people, Texts texts) =>
        SavedCard.Render(gathering, When(gathering, texts), done, people, PreviewCard.Back.Button(texts["Saved.Invite"], new(InvitationContent.Name, gathering.Id.ToString())), texts);

    public async Task<AdaptiveCard> List(string? notice, Texts texts, CancellationToken cancellationToken) =>
        GatheringListCard.Render([.. (await gatherings.Coming(cancellationToken)).Select(gathering => (gathering, When(gathering, texts)))], notice, texts);

    public string When(Gathering gathering, Texts texts) => GatheringTexts.When(gathering, texts, clock.GetUtcNow());

    // Of one that is being changed: with who has registered already.
    private async Task<AdaptiveCard> Invitation(Gathering gathering, Texts texts, CancellationToken cancellationToken)
    {
        var sheet = await registrations.Sheet(gathering.Id, cancellationToken) is { } stands ? stands with { Capacity = gathering.Capacity } : RegistrationSheet.Open(gathering);
        return InvitationCard.Render(new(gathering, sheet, new(null, ""), clock.GetUtcNow()), texts);
    }
}
