namespace LeerkringBot.Bot.Routing;

/// <summary>What a feature answers to.</summary>
public interface IFeature
{
    IEnumerable<CardRoute> Cards => [];

    IEnumerable<ChatCommand> Commands => [];
}
