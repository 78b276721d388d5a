using LeerkringBot.Cards;
using LeerkringBot.Cards.Broadcasts;
using LeerkringBot.Cards.Gatherings;
using LeerkringBot.Cards.Registrations;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Gatherings;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Gallery;

internal static class GatheringCards
{
    private static readonly DateOnly Today = DutchTime.DayOf(Specimens.Now);

    public static IEnumerable<(string State, AdaptiveCard Card)> All(Specimens specimens, Texts texts)
    {
        var gathering = Whole(specimens);
        var cancelled = gathering with { Cancellation = specimens.Typed("De zaal is afgebrand.") };
        var when = GatheringTexts.When(gathering, texts, Specimens.Now);
        var draft = new GatheringDraft("change-kickoff", new("anna"), GatheringText.Of(gathering), Specimens.Now) { Changes = gathering.Id, Basis = GatheringText.Of(gathering) };
        var blank = new GatheringDraft("abcdefghij", new("anna"), new() { Contact = "anna@waalwijk.example" }, Specimens.Now);
        var mistakes = Mistakes();

        foreach (var step in Enum.GetValues<FormStep>().Where(step => step < FormStep.Review))
        {
            yield return ($"form, {step}, blank", GatheringFormCard.Render(step, new(blank, [], null, Today), texts));
            yield return ($"form, {step}, prefilled", GatheringFormCard.Render(step, new(draft, [], texts["Drafts.Resumed"], Today), texts));
            yield return ($"form, {step}, mistakes", GatheringFormCard.Render(step, new(draft, [.. mistakes.Where(mistake => FormSteps.Of(mistake.Field) == step)], null, Today), texts));
        }

        yield return ("form, question, blank", QuestionCard.Render(new(blank, [], null, Today), new("q-1", "", default, false, "", ""), texts));
        yield return ("form, question, with a condition", QuestionCard.Render(new(draft, [], null, Today), draft.Text.Questions[^1], texts));
        yield return ("form, question, mistakes", QuestionCard.Render(
            new(draft, [.. mistakes.Where(mistake => mistake is { Field: > GatheringField.Questions and <= GatheringField.QuestionCondition, Item: 1 })], null, Today), draft.Text.Questions[1], texts));

        yield return ("review, new", ReviewCard.Render(new(draft with { Changes = null }, [], null, Today), Invitation(), 0, texts));
        yield return ("review, one is told", ReviewCard.Render(new(draft, [], texts["Saved.Meanwhile"], Today), Invitation(), 1, texts));
        yield return ("review, many are told", ReviewCard.Render(new(draft, [], texts.Plain("Saved.MeanwhileBoth", $"{texts["Field.Title"]}, {texts["Field.Rounds"]}"), Today), Invitation(), 24, texts));
        yield return ("drafts", DraftsCard.Render([draft, blank with { Text = blank.Text with { Kind = "x" } }], "next", texts));

        yield return ("manage, none", GatheringListCard.Render([], texts["Drafts.Discarded"], texts));
        yield return ("manage", GatheringListCard.Render([(gathering, when), (cancelled, when)], texts["Manage.Gone"], texts));
        yield return ("manage, many", GatheringListCard.Render([.. Enumerable.Repeat((gathering, when), 14)], texts["Drafts.Gone"], texts));
        yield return ("manage, over", GatheringListCard.Render([], texts["Manage.Over"], texts));
        yield return ("copy", CopyCard.Render(gathering, "draft", texts));
        yield return ("cancel, nobody", CancelCard.Render(gathering, when, 0, null, null, texts));
        yield return ("cancel, one", CancelCard.Render(gathering, when, 1, "", GatheringFault.Missing, texts));
        yield return ("cancel, many", CancelCard.Render(gathering, when, 24, specimens.Typed("De zaal is afgebrand."), GatheringFault.TooLong, texts));
        yield return ("saved, new", Saved(gathering, "Saved.New", 0));
        yield return ("saved, changed", Saved(gathering, "Saved.Changed", 1));
        yield return ("saved, again", Saved(gathering, "Saved.Stands", 0));
        yield return ("saved, cancelled", Saved(cancelled, "Saved.Cancelled", 24));
        foreach (var (state, notice) in new (string, string)[]
        {
            ("too few places", texts.Plain("Saved.TooFewPlaces", 12)),
            ("too few in a track", texts.Plain("Saved.TooFewInTrack", 12, specimens.Typed("Kernendemocratie"))),
            ("track in use", texts.Plain("Saved.TrackInUse", specimens.Typed("Kernendemocratie"))),
        })
            yield return ($"form, refused, {state}", GatheringFormCard.Render(FormStep.Rounds, new(draft, [], notice, Today), texts));

        AdaptiveCard Invitation() => InvitationCard.Render(new(gathering, RegistrationSheet.Open(gathering), new(null, "https://bot.example/kick-off.ics"), Specimens.Now), texts);

        AdaptiveCard Saved(Gathering which, string done, int told) =>
            SavedCard.Render(which, when, texts[done], told, PreviewCard.Back.Button(texts["Saved.Invite"], new("invitation", which.Id.ToString())), texts);
    }

    private static Gathering Whole(Specimens specimens) => specimens.Gathering with
    {
        Capacity = 40,
        NeedsApproval = true,
        AsksWishes = true,
        Roles = [Role.Clerk, Role.Mayor],
        Programme = [new(new(13, 30), new(14, 0), specimens.Typed("Welkom en kennismaking"), specimens.Typed("Trouwzaal")), new(new(14, 0), new(16, 30), specimens.Typed("Aan de slag"))],
        Rounds = [new("ochtend", new(10, 0), new(12, 30), [new("kernen", specimens.Typed("Kernendemocratie"), 20), new("spel", specimens.Typed("Spelregels"), null)])],
        Questions =
        [
            new("plan", specimens.Typed("Heeft uw gemeente een concreet project of plan?"), QuestionKind.YesNo, true, []),
            new("soort", specimens.Typed("Wat voor plan?"), QuestionKind.Choice, false, [specimens.Typed("verkenning"), specimens.Typed("uitvoering")], new("plan", Question.Yes)),
            new("inwoners", specimens.Typed("Hoeveel inwoners doen mee?"), QuestionKind.Number, false, []),
            new("omschrijving", specimens.Typed("Omschrijving"), QuestionKind.Text, true, [], new("soort", specimens.Typed("verkenning"))),
        ],
    };

    /// <summary>Every fault at every field where it can be.</summary>
    private static List<GatheringMistake> Mistakes() =>
    [
        .. from field in Enum.GetValues<GatheringField>()
           where field != GatheringField.Cancellation
           from fault in Enum.GetValues<GatheringFault>()
           where (fault != GatheringFault.Unreadable || field is GatheringField.Date or GatheringField.RegisterBefore or GatheringField.Start or GatheringField.End or GatheringField.Contact or GatheringField.Capacity or GatheringField.Programme or GatheringField.Rounds)
               && (fault != GatheringFault.Overlaps || field is GatheringField.Programme or GatheringField.Rounds)
           select new GatheringMistake(field, fault, Item(field, fault), field is GatheringField.TrackTitle or GatheringField.TrackCapacity or GatheringField.QuestionChoices ? 0 : null, 20),
    ];

    private static int? Item(GatheringField field, GatheringFault fault) =>
        field is >= GatheringField.ProgrammeEnd and <= GatheringField.ProgrammeRoom or GatheringField.Audience or GatheringField.Hosts or > GatheringField.Questions || fault == GatheringFault.Overlaps ? 1 : null;
}
