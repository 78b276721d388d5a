using LeerkringBot.Domain.Ideas;

namespace LeerkringBot.Bot.Web;

/// <param name="Idea">Which it is about; null where about none.</param>
/// <param name="Text">What happened.</param>
/// <param name="Typed">What was typed and could not be saved; else null.</param>
internal sealed record IdeaPageNotice(IdeaId? Idea, string Text, string? Typed);
