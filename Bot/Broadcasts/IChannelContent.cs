namespace LeerkringBot.Bot.Broadcasts;

/// <summary>Something that can be posted where others see it too.</summary>
public interface IChannelContent : IPersonalContent
{
    /// <summary>Names no person and shows nobody's state; in Dutch.</summary>
    /// <returns>Null when the subject is gone.</returns>
    Task<ChannelCard?> Neutral(string subject, CancellationToken cancellationToken);
}
