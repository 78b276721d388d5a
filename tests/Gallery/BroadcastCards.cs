using LeerkringBot.Cards;
using LeerkringBot.Cards.Broadcasts;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Cards.Registrations;
using LeerkringBot.Cards.Work;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Gallery;

internal static class BroadcastCards
{
    public static IEnumerable<(string State, AdaptiveCard Card)> All(Specimens specimens, Texts texts)
    {
        var gathering = specimens.Gathering;
        var content = InvitationCard.Render(new(gathering, RegistrationSheet.Open(gathering), null, Specimens.Now), texts);
        var send = new PreviewCard.SendData("invitation", "draft", "kick-off.kick-off", "channel:c1");
        ComposeCard.Choices one = new([new(gathering.Title, "kick-off.kick-off")], null);
        ComposeCard.Choices many = new([.. Enumerable.Range(1, 8).Select(number => new Choice($"{gathering.Title} {number}", $"kick-off.{number}"))], null);
        ComposeCard.Choices dated = new([new(specimens.Poll.Question, "new")], (new(2027, 2, 1), new(2027, 1, 12)));

        yield return ("compose", Compose("invitation", one, specimens.Channels));
        yield return ("compose, many to choose from", Compose("invitation", many, specimens.Channels));
        yield return ("compose, poll", Compose("poll", dated, specimens.Channels));
        yield return ("compose, mistake", Compose("poll", dated, specimens.Channels, texts["Compose.LastDayFirst"]));
        yield return ("compose, nothing to send", Compose("invitation", new([], null), specimens.Channels));
        yield return ("compose, message", ComposeCard.Render(WrittenCard.Message, null, specimens.Channels, ComposeCard.Groups(WrittenCard.Message), new(WrittenCard.Message, "draft"), null, texts));
        yield return ("compose, no channels", Compose("invitation", one, []));

        yield return ("preview, channel", PreviewCard.Render(content, texts.Plain("Compose.Channel", specimens.Channels[0].Name, specimens.Channels[0].TeamName), [], 1, send, "proof", null, texts));
        yield return ("preview, one person", PreviewCard.Render(content, null, Names(1), 1, send, "proof", texts["Preview.ProofSent"], texts));
        yield return ("preview, many people", PreviewCard.Render(content, null, Names(50), 342, send, "proof", null, texts));
        yield return ("preview, nobody", PreviewCard.Render(content, null, [], 0, send, "proof", null, texts));

        yield return ("confirm, many people", ConfirmCard.Many(342, send, texts));
        yield return ("confirm, many people later", ConfirmCard.Many(342, send with { On = "2027-01-20", At = "09:00" }, texts));
        yield return ("confirm, again", ConfirmCard.Again(Specimens.Now, send, texts));

        yield return ("delivery, underway", Delivery(Broadcast with { State = BroadcastState.Running }, Counts with { Left = TimeSpan.FromMinutes(3) }));
        yield return ("delivery, done", Delivery(Broadcast, Counts with { Sent = 342 }));
        yield return ("delivery, troubles", Delivery(Broadcast, Counts with { Sent = 330, Uncertain = 1 }, One(DeliveryState.Uncertain), One(DeliveryState.Failed) with { Reason = NotSentReason.BlockedByUser }));
        yield return ("delivery, every reason", Delivery(Broadcast, Counts, [.. Enum.GetValues<NotSentReason>().Select(reason => One(DeliveryState.Failed) with { Reason = reason })]));
        yield return ("delivery, everybody passed over", Delivery(Broadcast, Counts, [.. Enum.GetValues<SkipReason>().Select(reason => One(DeliveryState.Skipped) with { Skipped = reason })]));
        yield return ("delivery, stopped", Delivery(Broadcast with { State = BroadcastState.Stopped, StoppedBy = NotSentReason.DisabledByAdmin }, Counts));
        yield return ("delivery, cancelled", Delivery(Broadcast with { State = BroadcastState.Cancelled }, Counts));
        yield return ("delivery, scheduled", Delivery(Broadcast with { State = BroadcastState.Scheduled, SendAt = Specimens.Now.AddDays(1), Recipients = null }, BroadcastProgress.None));
        yield return ("delivery, draft", Delivery(Broadcast with { State = BroadcastState.Draft, Recipients = null }, BroadcastProgress.None));
        foreach (var run in Enum.GetValues<BroadcastRun>())
        {
            yield return ($"delivery, {run} underway", Delivery(Broadcast with { Run = run, State = BroadcastState.Running }, Counts with { Sent = 342, Behind = 100 }));
            yield return ($"delivery, {run} done", Delivery(Broadcast with { Run = run, Recall = run == BroadcastRun.Recall ? specimens.Typed("Verkeerde datum") : null }, Counts with { Sent = 342, NotUpdated = 1 }, One(DeliveryState.Sent) with { NotUpdated = NotSentReason.NotFound }));
        }

        var states = Enum.GetValues<BroadcastState>().Where(state => state != BroadcastState.Draft).Select(state => (Broadcast with { State = state, Recipients = state == BroadcastState.Scheduled ? null : 342 }, gathering.Title, Counts)).ToList();
        yield return ("broadcasts", BroadcastListCard.Render([(Broadcast, specimens.Typed("Inspiratiebundel")), (Broadcast, "")], 8, 3, states, "next", texts["Draft.Kept"], texts));
        yield return ("broadcasts, none", BroadcastListCard.Render([], 0, 0, [], "next", null, texts));
        yield return ("discard", DiscardCard.Render("draft", specimens.Typed("Inspiratiebundel"), texts));
        yield return ("failed work", FailedWorkCard.Render([("broadcast.start", specimens.Typed("HttpRequestException: The connector did not answer."), Specimens.Now)], texts["Work.Retried"], texts));
        yield return ("failed work, none", FailedWorkCard.Render([], null, texts));
        yield return ("failed work, on the overview", new([.. FailedWorkCard.Section(2, texts)], texts["Work.Title"]) { Lang = texts.Lang });
        yield return ("not reached", NotReachedCard.Render("draft", gathering.Title, [.. Enumerable.Range(1, NotReachedCard.PerPage).Select(_ => One(DeliveryState.Uncertain))], NotReachedCard.PerPage, true, texts));
        yield return ("not reached, nobody", NotReachedCard.Render("draft", gathering.Title, [], 0, false, texts));
        yield return ("correct", CorrectCard.Render(Broadcast, specimens.Typed("Het adres is Taxandriaweg 6"), 342, null, texts));
        yield return ("correct, too long", CorrectCard.Render(Broadcast, specimens.Typed("Het adres"), 1, texts.Plain("Correct.TooLong", CorrectCard.MostCharacters), texts));
        yield return ("recall", RecallCard.Render(Broadcast, null, 342, null, texts));
        yield return ("recall, no reason", RecallCard.Render(Broadcast, "", 1, texts["Recall.ReasonFirst"], texts));
        yield return ("recalled", RecalledCard.Render(specimens.Typed("De verkeerde datum stond erin"), texts));
        yield return ("corrected", new([CorrectionPart.Render(specimens.Typed("Het adres is Taxandriaweg 6"), texts), .. content.Body], "Correctie") { Lang = texts.Lang });
        WrittenText written = new(specimens.Typed("Inspiratiebundel"), $"{specimens.Typed("De bundel is er.")}\n\n{specimens.Typed("Veel leesplezier.")}", "", "");
        var whole = written with { Link = "https://bron.example/bundel", ButtonTitle = specimens.Typed("Lees de bundel") };
        yield return ("write, message", WriteCard.Render(new(WrittenCard.Message, "draft"), WrittenText.Blank, [], null, null, texts));
        yield return ("write, resource", WriteCard.Render(new(WrittenCard.Resource, "draft"), whole, [], null, null, texts));
        yield return ("write, every mistake", WriteCard.Render(new(WrittenCard.Message, "draft"), whole, Enum.GetValues<WrittenMistake>(), texts["Write.Meanwhile"], null, texts));
        yield return ("write, change", WriteCard.Render(new(WrittenCard.Message, "draft"), whole, [], null, 342, texts));
        yield return ("preview, message", PreviewCard.Render(WrittenCard.Render(WrittenCard.Message, whole, texts), null, Names(3), 3, send with { Kind = WrittenCard.Message }, "proof", texts["Draft.Copied"], texts));
        yield return ("proof, message", ProofCard.Render(WrittenCard.Render(WrittenCard.Message, whole, texts), texts));
        yield return ("proof, invitation", ProofCard.Render(content, texts));
        yield return ("pick people", PickCard.Render("draft", specimens.Typed("Kuipers"), View("people", 20, 20, 61, 45), null, texts));
        yield return ("pick people, nothing found", PickCard.Render("draft", specimens.Typed("Zonneschijn"), View("people", 0, 0, 0, 0), texts["Pick.First"], texts));
        yield return ("pick municipalities", PickCard.Render("draft", "", View("municipalities", 3, 0, 3, 2), null, texts));
        yield return ("pick roles", PickCard.Render("draft", "", View("role", 8, 0, 8, 1), null, texts));
        yield return ("schedule", ScheduleCard.Render(whole.Title, PreviewCard.To(null, 342, texts), send with { On = "2027-01-20", At = "09:00" }, null, texts));
        foreach (var mistake in new[] { texts["Schedule.Past"], texts["Schedule.TooFar"], texts["Schedule.MomentFirst"], texts.Plain("Schedule.Skipped", texts.Day(new(2027, 3, 28), 0)), texts.Plain("Schedule.Over", Moments.Of(Specimens.Now, texts)) })
            yield return ("schedule, mistake", ScheduleCard.Render(whole.Title, null, send with { On = "2027-03-28", At = "02:30" }, mistake, texts));
        var sent = Broadcast with { Content = new(WrittenCard.Message, "draft"), Text = whole };
        yield return ("delivery, message", Delivery(sent, Counts with { Sent = 331 }, One(DeliveryState.Failed) with { Reason = NotSentReason.BlockedByUser }));
        yield return ("delivery, called off", Delivery(sent with { State = BroadcastState.Cancelled, Recipients = null }, BroadcastProgress.None));
        yield return ("delivery, corrected, some by mail", Delivery(sent with { Run = BroadcastRun.Refresh, Edition = 2, ChangedEdition = 1 }, Counts with { Sent = 342, OldByMail = 4 }));
        yield return ("delivery, corrected, told by mail", Delivery(sent with { Run = BroadcastRun.Correct, Edition = 1, ChangedEdition = 1, MailedEdition = 1 }, Counts with { Sent = 342, ByMail = 1, OldByMail = 1 }));
        yield return ("delivery, taken back, some by mail", Delivery(sent with { Run = BroadcastRun.Recall, Edition = 1, ChangedEdition = 1, Recall = specimens.Typed("Verkeerde datum") }, Counts with { Sent = 342, ByMail = 1, OldByMail = 1 }));
        yield return ("change by mail", ChangedCard.Render(WrittenCard.Render(WrittenCard.Message, whole, texts), texts.Plain("Change.Correct", whole.Title), true, texts));
        yield return ("written message", WrittenCard.Render(WrittenCard.Message, written, texts));
        yield return ("written resource", WrittenCard.Render(WrittenCard.Resource, written with { Link = "https://bron.example/bundel", ButtonTitle = specimens.Typed("Lees de bundel") }, texts));

        AdaptiveCard Compose(string kind, ComposeCard.Choices choices, IReadOnlyList<Channel> channels, string? mistake = null) =>
            ComposeCard.Render(kind, choices, channels, ComposeCard.Groups(kind), new(kind, "draft"), mistake, texts);

        AdaptiveCard Delivery(Broadcast broadcast, BroadcastProgress progress, params IReadOnlyList<Delivery> troubled) => DeliveryCard.Render(broadcast, gathering.Title, progress, troubled, "copy", texts);

        Delivery One(DeliveryState state) => new(new Recipient.OfMember(new("bram")), specimens.Typed("Bram Kuipers")) { State = state };

        PickCard.View View(string kind, int shown, int from, int total, int chosen) =>
            new(kind, [.. Numbered(shown, from)], from, total, [.. Numbered(chosen, from + 1)]);

        IEnumerable<Choice> Numbered(int count, int from) => Enumerable.Range(from + 1, count).Select(number => new Choice($"{specimens.Typed("Bram Kuipers")} {number} (Waalwijk)", $"00000000-0000-4000-8000-{number:000000000000}"));

        List<string> Names(int count) => [.. Enumerable.Range(1, count).Select(number => specimens.Typed($"Bram Kuipers {number}"))];
    }

    private static Broadcast Broadcast { get; } = new("draft", new("invitation", "kick-off.kick-off"), new("everybody", ""), new("anna"), Specimens.Now) { State = BroadcastState.Done, Recipients = 342 };

    private static BroadcastProgress Counts { get; } = BroadcastProgress.None with
    {
        Recipients = 342,
        Sent = 120,
        ByMail = 4,
        Failed = System.Collections.Immutable.ImmutableSortedDictionary<NotSentReason, int>.Empty.Add(NotSentReason.BlockedByUser, 11),
    };
}
