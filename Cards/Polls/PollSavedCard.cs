using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Cards.Polls;

/// <summary>A poll was saved; it is sent from here.</summary>
public static class PollSavedCard
{
    /// <param name="poll">As it stands.</param>
    /// <param name="done">What was done, in one sentence.</param>
    /// <param name="send">Sends it.</param>
    /// <param name="now">Decides whether it is open.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard Render(Poll poll, string done, CardButton send, DateTimeOffset now, Texts texts) =>
        new(
            [
                Part.Notice(done, "good"),
                Part.Title(poll.Question),
                new TextBlock(PollCard.ClosingText(poll, now, texts)),
                Part.Buttons(send, PollManageCard.Change.Button(texts["PollManage.Change"], new(poll.Id.ToString())), PollManageCard.Show.Button(texts["PollManage.All"], new())),
            ],
            done)
        {
            Lang = texts.Lang,
        };
}
