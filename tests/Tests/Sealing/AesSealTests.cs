using LeerkringBot.Infrastructure.Sealing;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Tests.Sealing;

public sealed class AesSealTests : IAsyncLifetime
{
    private readonly SqliteDatabase database = SqliteDatabase.Memory();

    private SqliteTables Tables => new(database);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await Tables.Create(Cancellation);

    public ValueTask DisposeAsync()
    {
        database.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("")]
    [InlineData("kick-off.kick-off 00000000-0000-4000-8000-000000000001")]
    [InlineData("naïve tekst met 🙂 en\nregels")]
    public async Task What_is_sealed_opens_on_every_instance(string text)
    {
        var token = await new AesSeal(Tables).Seal("file", text, Cancellation);

        Assert.Equal(text, await new AesSeal(Tables).Open("file", token, Cancellation));
    }

    [Fact]
    public async Task The_same_text_always_gives_the_same_token_and_another_text_another()
    {
        var seal = new AesSeal(Tables);

        var tokens = new[] { await seal.Seal("file", "een", Cancellation), await new AesSeal(Tables).Seal("file", "een", Cancellation), await seal.Seal("file", "twee", Cancellation), await seal.Seal("agenda", "een", Cancellation) };

        Assert.Equal(tokens[0], tokens[1]);
        Assert.Equal(3, tokens.Distinct().Count());
    }

    [Fact]
    public async Task A_token_holds_nothing_readable_and_fits_in_a_path()
    {
        var token = await new AesSeal(Tables).Seal("file", new string('a', 1_000), Cancellation);

        Assert.Matches("^[A-Za-z0-9_-]+$", token);
        Assert.DoesNotContain("aaaa", token, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("YWFhYWFh", token, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_opens_under_its_own_purpose_only()
    {
        var seal = new AesSeal(Tables);
        var token = await seal.Seal("file", "een", Cancellation);

        Assert.Null(await seal.Open("agenda", token, Cancellation));
        Assert.Null(await seal.Open("", token, Cancellation));
    }

    [Fact]
    public async Task A_token_that_is_changed_anywhere_does_not_open()
    {
        var seal = new AesSeal(Tables);
        var token = await seal.Seal("file", "kick-off", Cancellation);

        for (var i = 0; i < token.Length; i++)
        {
            var changed = token.ToCharArray();
            changed[i] = changed[i] == 'A' ? 'B' : 'A';
            Assert.Null(await seal.Open("file", new string(changed), Cancellation));
            Assert.Null(await seal.Open("file", token[..i], Cancellation));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("=")]
    [InlineData("a")]
    [InlineData("../../etc")]
    [InlineData("%00%00")]
    [InlineData("été")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task What_is_no_token_is_null_and_no_exception(string? token) =>
        Assert.Null(await new AesSeal(Tables).Open("file", token, Cancellation));

    [Fact]
    public async Task A_long_token_is_null_too() =>
        Assert.Null(await new AesSeal(Tables).Open("file", new string('A', 100_000), Cancellation));

    [Fact]
    public async Task A_token_with_white_space_in_it_is_not_the_token()
    {
        var seal = new AesSeal(Tables);
        var token = await seal.Seal("file", "een", Cancellation);

        Assert.Null(await seal.Open("file", token + "\n", Cancellation));
    }

    [Fact]
    public async Task A_token_of_another_bot_does_not_open()
    {
        using var elsewhere = SqliteDatabase.Memory();
        var others = new SqliteTables(elsewhere);
        await others.Create(Cancellation);

        var token = await new AesSeal(others).Seal("file", "een", Cancellation);

        Assert.Null(await new AesSeal(Tables).Open("file", token, Cancellation));
    }

    [Fact]
    public async Task Instances_that_start_at_once_agree_on_one_key()
    {
        var tokens = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => new AesSeal(Tables).Seal("file", "een", Cancellation))));

        Assert.Single(tokens.Distinct());
    }

    [Fact]
    public async Task Too_long_a_text_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => new AesSeal(Tables).Seal("file", new string('a', 1_001), Cancellation));
}
