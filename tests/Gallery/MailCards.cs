using LeerkringBot.Cards;
using LeerkringBot.Cards.Mails;
using LeerkringBot.Cards.Overview;
using LeerkringBot.Domain.Mails;

namespace LeerkringBot.Gallery;

internal static class MailCards
{
    public static IEnumerable<(string State, AdaptiveCard Card)> All(Specimens specimens, Texts texts)
    {
        IReadOnlyList<MailToCheck> mails =
        [
            .. Enum.GetValues<CheckReason>().Select((reason, at) => new MailToCheck(
                $"m{at}",
                reason,
                Specimens.Now.AddMinutes(-at),
                at == 2 ? "" : "anna@waalwijk.example",
                at % 2 == 0 ? "" : specimens.Typed("Anna de Wit"),
                at == 1 ? "" : specimens.Typed("Re: Kick-off [B-7K3Q9M]"),
                at == 0 ? new Uri("https://outlook.example/mail/1") : null)),
        ];
        yield return ("mails to look at", MailsToCheckCard.Render([.. mails.Take(3)], null, texts));
        yield return ("mails to look at, many", MailsToCheckCard.Render([.. mails, .. mails], null, texts));
        yield return ("mails to look at, one taken off", MailsToCheckCard.Render([.. mails.Take(1)], texts["MailCheck.Removed"], texts));
        yield return ("mails to look at, none", MailsToCheckCard.Render([], texts["MailCheck.Removed"], texts));
        yield return ("overview, mails wait", OverviewCard.Render(MailsToCheckCard.Section(9_874, 12, texts), texts));
        yield return ("overview, mailbox unreachable", OverviewCard.Render(MailsToCheckCard.Section(null, 1, texts), texts));
    }
}
