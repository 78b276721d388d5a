using LeerkringBot.Domain;
using LeerkringBot.Domain.Ideas;

namespace LeerkringBot.Tests.Ideas;

/// <summary>Something that somebody does; ideas are counted in the order they came.</summary>
internal abstract record IdeaStep
{
    /// <returns>In one word what happened.</returns>
    public abstract Task<string> Do(IIdeaStore store, IdeaGroups model);

    /// <summary>The same about ideas that there are.</summary>
    public abstract IdeaStep Among(int count);

    private static string Word(object outcome) => outcome.GetType().Name;

    public sealed record Note(int Author) : IdeaStep
    {
        private readonly string key = Key.New();

        public override async Task<string> Do(IIdeaStore store, IdeaGroups model)
        {
            var noted = (NoteOutcome.Noted)await new NoteIdea(store, TimeProvider.System).Note(new($"Idee {model.Count}", IdeaGroups.Sender(Author)), key, default);
            model.Ids.Add(noted.Idea.Id);
            return "Noted";
        }

        public override IdeaStep Among(int count) => this;
    }

    public sealed record Support(int Idea, int Member) : IdeaStep
    {
        public override async Task<string> Do(IIdeaStore store, IdeaGroups model) => Word(await new SupportIdea(store).Support(model.Ids[Idea], IdeaGroups.Member(Member), default));

        public override IdeaStep Among(int count) => this with { Idea = Idea % count };
    }

    public sealed record Unsupport(int Idea, int Member) : IdeaStep
    {
        public override async Task<string> Do(IIdeaStore store, IdeaGroups model) => Word(await new SupportIdea(store).Withdraw(model.Ids[Idea], IdeaGroups.Member(Member), default));

        public override IdeaStep Among(int count) => this with { Idea = Idea % count };
    }

    public sealed record Merge(int Idea, int Into) : IdeaStep
    {
        public override async Task<string> Do(IIdeaStore store, IdeaGroups model) => Word(await new FollowUpIdea(store).Merge(model.Ids[Idea], model.Ids[Into], default));

        public override IdeaStep Among(int count) => this with { Idea = Idea % count, Into = Into % count };
    }

    public sealed record Withdraw(int Idea) : IdeaStep
    {
        public override async Task<string> Do(IIdeaStore store, IdeaGroups model) => Word(await new OwnIdea(store, TimeProvider.System).Withdraw(model.Ids[Idea], IdeaGroups.Sender(model.AuthorOf(Idea)), default));

        public override IdeaStep Among(int count) => this with { Idea = Idea % count };
    }

    public sealed record Status(int Idea, bool TakenUp) : IdeaStep
    {
        public override async Task<string> Do(IIdeaStore store, IdeaGroups model) => Word(await new FollowUpIdea(store).SetStatus(model.Ids[Idea], TakenUp ? IdeaStatus.TakenUp : IdeaStatus.UnderDiscussion, "", default));

        public override IdeaStep Among(int count) => this with { Idea = Idea % count };
    }

    public sealed record Hide(int Idea, bool IsHidden) : IdeaStep
    {
        public override async Task<string> Do(IIdeaStore store, IdeaGroups model) => Word(await new FollowUpIdea(store).Hide(model.Ids[Idea], IsHidden, default));

        public override IdeaStep Among(int count) => this with { Idea = Idea % count };
    }
}
