namespace LeerkringBot.Domain.Mails;

/// <param name="Id">For the link to change or withdraw it.</param>
/// <param name="Number">As people see it: "I-12".</param>
/// <param name="Text">As it was noted.</param>
public sealed record NotedIdea(string Id, string Number, string Text);
