using LeerkringBot.Cards;
using LeerkringBot.Cards.Broadcasts;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Cards.Registrations;
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
        yield return ("compose, no channels", Compose("invitation", one, []));

        yield return ("preview, channel", PreviewCard.Render(content, texts.Plain("Compose.Channel", specimens.Channels[0].Name, specimens.Channels[0].TeamName), [], send, texts));
        yield return ("preview, one person", PreviewCard.Render(content, null, Names(1), send, texts));
        yield return ("preview, many people", PreviewCard.Render(content, null, Names(50), send, texts));
        yield return ("preview, nobody", PreviewCard.Render(content, null, [], send, texts));

        yield return ("delivery, underway", Delivery(DeliveryState.Sent, DeliveryState.Queued, DeliveryState.Sending));
        yield return ("delivery, done", Delivery(DeliveryState.Sent, DeliveryState.Sent));
        yield return ("delivery, uncertain", Delivery(DeliveryState.Sent, DeliveryState.Uncertain));
        yield return ("delivery, every reason", DeliveryCard.Render(Broadcast, gathering.Title, [.. Enum.GetValues<NotSentReason>().Select(reason => One(DeliveryState.Failed, reason))], texts));

        AdaptiveCard Compose(string kind, ComposeCard.Choices choices, IReadOnlyList<Channel> channels, string? mistake = null) =>
            ComposeCard.Render(kind, choices, channels, new(kind, "draft"), mistake, texts);

        AdaptiveCard Delivery(params DeliveryState[] states) => DeliveryCard.Render(Broadcast, gathering.Title, [.. states.Select(state => One(state, null))], texts);

        Delivery One(DeliveryState state, NotSentReason? reason) => new(new Recipient.OfMember(new("bram")), specimens.Typed("Bram Kuipers"), state, reason);

        List<string> Names(int count) => [.. Enumerable.Range(1, count).Select(number => specimens.Typed($"Bram Kuipers {number}"))];
    }

    private static Broadcast Broadcast { get; } = new("draft", new("invitation", "kick-off.kick-off"), null, new("anna"), Specimens.Now, true);
}
