namespace LeerkringBot.Domain;

/// <summary>Who acts. The id is certain from the start; the rest may still be on its way, so that a use case reads its own rows meanwhile.</summary>
public sealed record Person(MemberId Id, Language Language, Task<Member> Member);
