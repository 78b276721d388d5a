using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Tests.Storage;

/// <summary>What every backend of <see cref="ITable"/> keeps to.</summary>
public abstract class TableContract
{
    private readonly string partition = Key.New();

    protected abstract ITables Tables { get; }

    private ITable Table => Tables[TableNames.Polls];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_row_that_was_never_stored_is_not_found() => Assert.Null(await Table.Get(partition, "a", Cancel));

    [Fact]
    public async Task Values_of_every_type_come_back_as_they_were()
    {
        var moment = new DateTimeOffset(2020, 2, 4, 13, 30, 15, TimeSpan.Zero).AddTicks(1234567);
        await Insert(Row.Of(
            partition, "a",
            ("Text", "Waalwijk"), ("Empty", ""), ("Yes", true), ("No", false), ("Long", long.MaxValue), ("Negative", long.MinValue), ("Small", 42L),
            ("Double", 0.1), ("WholeDouble", 3.0), ("LargeDouble", double.MaxValue), ("Moment", moment), ("Bytes", new byte[] { 0, 255, 10 })));

        var row = await Get("a");

        Assert.Equal(
            new SortedDictionary<string, object>
            {
                ["Text"] = "Waalwijk",
                ["Empty"] = "",
                ["Yes"] = true,
                ["No"] = false,
                ["Long"] = long.MaxValue,
                ["Negative"] = long.MinValue,
                ["Small"] = 42L,
                ["Double"] = 0.1,
                ["WholeDouble"] = 3.0,
                ["LargeDouble"] = double.MaxValue,
                ["Moment"] = moment,
                ["Bytes"] = new byte[] { 0, 255, 10 },
            },
            new SortedDictionary<string, object>(row.Values.ToDictionary()));
        Assert.Equal((partition, "a"), (row.PartitionKey, row.RowKey));
        Assert.False(string.IsNullOrEmpty(row.ETag));
    }

    [Fact]
    public async Task A_whole_number_comes_back_as_long_and_a_moment_in_utc()
    {
        await Insert(Row.Of(partition, "a", ("Whole", 7), ("Moment", new DateTimeOffset(2020, 2, 4, 13, 30, 0, TimeSpan.FromHours(1)))));

        var row = await Get("a");

        Assert.IsType<long>(row.Values["Whole"]);
        Assert.Equal(7, row.Whole("Whole"));
        Assert.Equal(TimeSpan.Zero, row.Moment("Moment")!.Value.Offset);
        Assert.Equal(new DateTimeOffset(2020, 2, 4, 12, 30, 0, TimeSpan.Zero), row.Moment("Moment"));
    }

    [Theory]
    [InlineData("één ‘gemeente’ – \"Súdwest-Fryslân\" & co")]
    [InlineData("a/b\\c#d?e%f'g''h<i>j{k}[l]")]
    [InlineData("regel 1\nregel 2\r\nregel 3\ttab")]
    [InlineData("👩‍👩‍👧 🇳🇱 漢字 \u200B \uFEFF")]
    [InlineData(" voor en na ")]
    [InlineData("2020-02-04T13:30:00Z")]
    [InlineData("12")]
    public async Task A_text_comes_back_letter_for_letter(string text)
    {
        await Insert(Row.Of(partition, "a", ("Text", text)));

        Assert.Equal(text, (await Get("a")).Text("Text"));
    }

    [Theory]
    [InlineData('a')]
    [InlineData('é')]
    [InlineData('漢')]
    public async Task The_longest_text_is_kept_whole(char letter)
    {
        var text = new string(letter, TableRules.MostCharacters);
        await Insert(Row.Of(partition, "a", ("Text", text)));

        Assert.Equal(text, (await Get("a")).Text("Text"));
    }

    [Fact]
    public async Task The_most_bytes_are_kept_whole()
    {
        var bytes = Enumerable.Range(0, TableRules.MostBytes).Select(i => (byte)i).ToArray();
        await Insert(Row.Of(partition, "a", ("Bytes", bytes)));

        Assert.Equal(bytes, (await Get("a")).Values["Bytes"]);
    }

    [Fact]
    public async Task All_rows_of_all_partitions_come_once_however_many()
    {
        var expected = new List<(string, string)>();
        foreach (var part in new[] { partition + "-1", partition + "-2" })
        {
            foreach (var batch in Enumerable.Range(0, 650).Select(i => $"{i:0000}").Chunk(100))
                Assert.True(await Table.Write([.. batch.Select(key => new RowChange.Insert(Row.Of(part, key, ("Text", key))))], Cancel));
            expected.AddRange(Enumerable.Range(0, 650).Select(i => (part, $"{i:0000}")));
        }

        var found = new List<(string Partition, string Key)>();
        await foreach (var row in Table.All(Cancel))
        {
            if (!row.PartitionKey.StartsWith(partition, StringComparison.Ordinal)) continue;
            found.Add((row.PartitionKey, row.RowKey));
            Assert.Equal(row.RowKey, row.Text("Text"));
            Assert.False(string.IsNullOrEmpty(row.ETag));
        }

        Assert.Equal(expected, found.Order());
    }

    [Fact]
    public async Task Keys_may_hold_every_allowed_character_up_to_200()
    {
        var key = "ABCXYZabcxyz019-._|~".PadRight(200, 'k');
        Assert.True(await Write(new RowChange.Insert(Row.Of(key, key))));

        Assert.NotNull(await Table.Get(key, key, Cancel));
        Assert.True(await Write(new RowChange.Delete(Row.Of(key, key))));
    }

    [Fact]
    public async Task Inserting_a_row_that_exists_changes_nothing()
    {
        await Insert(Text("a", "first"));

        Assert.False(await Write(new RowChange.Insert(Text("a", "second"))));
        Assert.Equal("first", (await Get("a")).Text("Text"));
    }

    [Fact]
    public async Task Replacing_puts_the_new_values_in_place_of_all_old_ones()
    {
        await Insert(Row.Of(partition, "a", ("Old", 1), ("Both", 1)));
        var read = await Get("a");

        Assert.True(await Write(new RowChange.Replace(Row.Of(partition, "a", ("Both", 2)) with { ETag = read.ETag })));

        var row = await Get("a");
        Assert.Equal(["Both"], row.Values.Keys);
        Assert.Equal(2, row.Whole("Both"));
        Assert.NotEqual(read.ETag, row.ETag);
    }

    [Fact]
    public async Task A_stale_version_replaces_and_deletes_nothing()
    {
        await Insert(Text("a", "first"));
        var stale = await Get("a");
        Assert.True(await Write(new RowChange.Replace(Text("a", "second") with { ETag = stale.ETag })));

        Assert.False(await Write(new RowChange.Replace(Text("a", "third") with { ETag = stale.ETag })));
        Assert.False(await Write(new RowChange.Delete(stale)));
        Assert.Equal("second", (await Get("a")).Text("Text"));
    }

    [Fact]
    public async Task The_version_of_a_deleted_row_never_fits_the_row_that_is_made_after_it()
    {
        await Insert(Text("a", "first"));
        var read = await Get("a");
        Assert.True(await Write(new RowChange.Delete(read)));
        await Insert(Text("a", "first"));

        Assert.False(await Write(new RowChange.Replace(read)));
        Assert.False(await Write(new RowChange.Delete(read)));
    }

    [Fact]
    public async Task A_row_that_is_gone_is_a_conflict()
    {
        await Insert(Text("a", "first"));
        var read = await Get("a");
        Assert.True(await Write(new RowChange.Delete(read)));

        Assert.Null(await Table.Get(partition, "a", Cancel));
        Assert.False(await Write(new RowChange.Delete(read)));
        Assert.False(await Write(new RowChange.Delete(read with { ETag = null })));
        Assert.False(await Write(new RowChange.Replace(read)));
        Assert.False(await Write(new RowChange.Delete(read with { ETag = null }), new RowChange.Insert(Text("b", "other"))));
        Assert.Null(await Table.Get(partition, "b", Cancel));
    }

    [Fact]
    public async Task Without_a_version_a_row_is_deleted_whatever_its_version()
    {
        await Insert(Text("a", "first"));

        Assert.True(await Write(new RowChange.Delete(Text("a", ""))));
        Assert.Null(await Table.Get(partition, "a", Cancel));
    }

    [Fact]
    public async Task A_query_gives_its_range_in_ordinal_order()
    {
        string[] keys = ["b", "a|10", "a|9", "A", "a", "a|", "~", "a-", "aa", "0", "a.b", "a_b", "|"];
        await Write([.. keys.Select(key => new RowChange.Insert(Text(key, key)))]);
        await Write(new RowChange.Insert(Row.Of(Key.New(), "a")));

        Assert.Equal(keys.Order(StringComparer.Ordinal), (await Query("", "~~")).Select(row => row.RowKey));
        Assert.Equal(["a|", "a|10", "a|9"], (await Query("a|", "a}")).Select(row => row.RowKey));
        Assert.Equal(["a", "a-"], (await Query("a", "a.b")).Select(row => row.RowKey));
        Assert.Empty(await Query("a", "a"));
        Assert.Empty(await Query("c", "d"));
        Assert.All(await Query("", "~~"), row => Assert.Equal((partition, row.RowKey), (row.PartitionKey, row.Text("Text"))));
    }

    [Fact]
    public async Task A_query_fetches_the_selected_values_and_always_keys_and_version()
    {
        await Insert(Row.Of(partition, "a", ("One", 1), ("Two", 2), ("Three", 3)));
        await Insert(Row.Of(partition, "b", ("Two", 2)));
        var whole = await Get("a");

        var rows = await Query("", "~", "One", "Three");

        Assert.Equal(["One", "Three"], rows[0].Values.Keys.Order());
        Assert.Empty(rows[1].Values);
        Assert.Equal((partition, "a", whole.ETag), (rows[0].PartitionKey, rows[0].RowKey, rows[0].ETag));
        Assert.True(await Write(new RowChange.Delete(rows[0])));
    }

    [Fact]
    public async Task A_long_query_goes_on_over_its_pages()
    {
        var keys = Enumerable.Range(0, 2_100).Select(i => $"r|{i:D6}").ToList();
        foreach (var some in keys.Chunk(100)) await Write([.. some.Select(key => new RowChange.Insert(Text(key, key)))]);

        Assert.Equal(keys, (await Query("r|", "r}")).Select(row => row.RowKey));
    }

    [Fact]
    public async Task A_batch_of_100_changes_is_written()
    {
        await Insert(Text("old", "old"));
        await Insert(Text("gone", "gone"));
        List<RowChange> batch = [.. Enumerable.Range(0, 98).Select(i => new RowChange.Insert(Text($"r|{i:D2}", "new")))];
        batch.Add(new RowChange.Replace(await Get("old") with { Values = Text("old", "new").Values }));
        batch.Add(new RowChange.Delete(await Get("gone")));

        Assert.True(await Write([.. batch]));

        var rows = await Query("", "~");
        Assert.Equal(99, rows.Count);
        Assert.All(rows, row => Assert.Equal("new", row.Text("Text")));
    }

    [Fact]
    public async Task A_batch_that_fails_at_any_change_leaves_nothing()
    {
        await Insert(Text("there", "older"));
        await Insert(Text("other", "old"));
        var stale = await Get("there");
        Assert.True(await Write(new RowChange.Replace(Text("there", "old") with { ETag = stale.ETag })));
        var there = await Get("there");
        var other = await Get("other");
        RowChange[] conflicts =
        [
            new RowChange.Insert(Text("there", "new")),
            new RowChange.Replace(Text("there", "new") with { ETag = stale.ETag }),
            new RowChange.Replace(Text("gone", "new") with { ETag = there.ETag }),
            new RowChange.Delete(stale),
            new RowChange.Delete(Text("gone", "new")),
        ];

        foreach (var conflict in conflicts)
        {
            var good = new RowChange.Replace(Text("other", "new") with { ETag = other.ETag });
            Assert.False(await Write(new RowChange.Insert(Text("added", "new")), good, conflict));
            Assert.False(await Write(conflict, new RowChange.Insert(Text("added", "new")), good));
        }

        Assert.Equal([("other", "old"), ("there", "old")], (await Query("", "~")).Select(row => (row.RowKey, row.Text("Text")!)));
    }

    [Fact]
    public async Task Of_parallel_writers_with_one_version_exactly_one_wins()
    {
        await Insert(Row.Of(partition, "head", ("Count", 0)));
        var head = await Get("head");

        var won = await Task.WhenAll(Enumerable.Range(1, 20).Select(i => Task.Run(() => Write(
            new RowChange.Replace(Row.Of(partition, "head", ("Count", i)) with { ETag = head.ETag }),
            new RowChange.Insert(Text($"r|{i}", ""))))));

        Assert.Single(won, true);
        var rows = await Query("r|", "r}");
        Assert.Equal($"r|{(await Get("head")).Whole("Count")}", Assert.Single(rows).RowKey);
    }

    [Fact]
    public async Task Of_parallel_inserts_of_one_row_exactly_one_wins()
    {
        var won = await Task.WhenAll(Enumerable.Range(1, 20).Select(i => Task.Run(() => Write(new RowChange.Insert(Row.Of(partition, "a", ("By", i)))))));

        Assert.Equal(Array.IndexOf(won, true) + 1, (await Get("a")).Whole("By"));
        Assert.Single(won, true);
    }

    [Fact]
    public async Task Counting_in_parallel_with_retries_loses_nothing()
    {
        await Insert(Row.Of(partition, "head", ("Count", 0)));

        await Task.WhenAll(Enumerable.Range(1, 8).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 5; i++)
            {
                bool written;
                do
                {
                    var head = await Get("head");
                    written = await Write(new RowChange.Replace(Row.Of(partition, "head", ("Count", head.Whole("Count") + 1)) with { ETag = head.ETag }));
                }
                while (!written);
            }
        })));

        Assert.Equal(40, (await Get("head")).Whole("Count"));
    }

    [Fact]
    public async Task A_batch_has_1_to_100_changes()
    {
        await Refused();
        await Refused([.. Enumerable.Range(0, 101).Select(i => new RowChange.Insert(Text($"r|{i}", "")))]);
    }

    [Fact]
    public Task A_batch_stays_in_one_partition() =>
        Refused(new RowChange.Insert(Text("a", "")), new RowChange.Insert(Row.Of(partition + "x", "b")));

    [Fact]
    public async Task A_batch_changes_a_row_once()
    {
        await Refused(new RowChange.Insert(Text("a", "1")), new RowChange.Insert(Text("a", "2")));
        await Refused(new RowChange.Insert(Text("a", "1")), new RowChange.Delete(Text("a", "")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("*")]
    public Task Replacing_takes_a_version_that_was_read(string? version) =>
        Refused(new RowChange.Replace(Text("a", "") with { ETag = version }));

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a b")]
    [InlineData("a'b")]
    [InlineData("a%b")]
    [InlineData("a\tb")]
    [InlineData("a\u0080b")]
    [InlineData("é")]
    public async Task Keys_hold_no_other_characters(string key)
    {
        await Refused(new RowChange.Insert(Row.Of(partition, key)));
        await Refused(new RowChange.Insert(Row.Of(key, "a")));
        await Refused(new RowChange.Delete(Row.Of(partition, key)));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Table.Get(partition, key, Cancel));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Table.Get(key, "a", Cancel));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Table.Query(key, "", "~", [], Cancel).ToListAsync(Cancel));
    }

    [Fact]
    public Task Keys_have_at_most_200_characters() => Refused(new RowChange.Insert(Row.Of(partition, new string('k', 201))));

    [Fact]
    public async Task A_bound_is_at_most_200_printable_ascii_characters()
    {
        foreach (var bound in new[] { "é", "\t", new string('b', 201) })
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Table.Query(partition, bound, "~", [], Cancel).ToListAsync(Cancel));
            await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Table.Query(partition, "", bound, [], Cancel).ToListAsync(Cancel));
        }

        Assert.Empty(await Query("'", "' or RowKey ne '"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1st")]
    [InlineData("with space")]
    [InlineData("with-dash")]
    [InlineData("odata.type")]
    [InlineData("é")]
    [InlineData("PartitionKey")]
    [InlineData("RowKey")]
    [InlineData("Timestamp")]
    [InlineData("ETag")]
    public async Task A_name_is_an_identifier_that_the_table_does_not_use_itself(string name)
    {
        await Refused(new RowChange.Insert(Row.Of(partition, "a", (name, 1))));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Table.Query(partition, "", "~", [name], Cancel).ToListAsync(Cancel));
    }

    public static TheoryData<object> Impossible =>
    [
        new string('a', TableRules.MostCharacters + 1), new byte[TableRules.MostBytes + 1], "half a \uD83D", "\uDE00 the other half", 1.5m, 'c', new Uri("https://example.nl"),
        double.NaN, double.PositiveInfinity, new DateTime(2020, 2, 4, 0, 0, 0, DateTimeKind.Utc), new DateTimeOffset(1600, 12, 31, 23, 59, 59, TimeSpan.Zero),
    ];

    [Theory]
    [MemberData(nameof(Impossible), DisableDiscoveryEnumeration = true)]
    public Task Values_that_cannot_be_kept_are_refused(object value) => Refused(new RowChange.Insert(Row.Of(partition, "a", ("Value", value))));

    [Fact]
    public async Task A_row_has_at_most_252_values()
    {
        await Insert(Row.Of(partition, "a", Enumerable.Range(0, 252).Select(i => ($"Value{i}", (object?)i))));
        Assert.Equal(252, (await Get("a")).Values.Count);

        await Refused(new RowChange.Insert(Row.Of(partition, "b", Enumerable.Range(0, 253).Select(i => ($"Value{i}", (object?)i)))));
    }

    [Fact]
    public async Task A_row_has_at_most_one_mebibyte_counted_as_table_storage_counts()
    {
        // 15 texts of 32,768 characters of 2 bytes are 983,040 bytes; each costs 12 more, and 2 per character of its name.
        Row Sized(string key, int last) => Row.Of(partition, key, [.. Enumerable.Range(10, 15).Select(i => ($"T{i}", (object?)new string('t', TableRules.MostCharacters))), ("Last", new string('t', last))]);
        var room = TableRules.MostEntityBytes - (4 + (2 * (partition.Length + 1))) - (15 * (12 + 6 + (2 * TableRules.MostCharacters))) - (12 + 8);

        await Insert(Sized("a", room / 2));
        Assert.Equal(16, (await Get("a")).Values.Count);
        await Refused(new RowChange.Insert(Sized("b", (room / 2) + 1)));
    }

    [Fact]
    public async Task A_batch_has_at_most_four_mebibytes_on_the_wire()
    {
        // A character outside ASCII takes 6 bytes in a request.
        RowChange[] Batch(int rows) => [.. Enumerable.Range(0, rows).Select(i => new RowChange.Insert(Row.Of(partition, $"r|{i:D2}", ("Text", new string('é', TableRules.MostCharacters)))))];

        Assert.True(await Write(Batch(20)));
        await Refused(Batch(22));
    }

    [Fact]
    public async Task Who_gave_up_gets_no_answer()
    {
        var gaveUp = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Table.Get(partition, "a", gaveUp));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Table.Write([new RowChange.Insert(Text("a", ""))], gaveUp));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Table.Query(partition, "", "~", [], gaveUp).ToListAsync(Cancel));
        Assert.Null(await Table.Get(partition, "a", Cancel));
    }

    [Fact]
    public async Task Creating_the_tables_again_keeps_what_is_in_them()
    {
        await Insert(Text("a", "kept"));

        await Tables.Create(Cancel);

        Assert.Equal("kept", (await Get("a")).Text("Text"));
    }

    [Fact]
    public async Task Tables_do_not_share_rows()
    {
        await Insert(Text("a", ""));

        foreach (var name in TableNames.All.Except([TableNames.Polls])) Assert.Null(await Tables[name].Get(partition, "a", Cancel));
    }

    private Row Text(string rowKey, string text) => Row.Of(partition, rowKey, ("Text", text));

    private async Task<Row> Get(string rowKey)
    {
        var row = await Table.Get(partition, rowKey, Cancel);
        Assert.NotNull(row);
        return row;
    }

    private async Task<List<Row>> Query(string from, string before, params string[] select) =>
        await Table.Query(partition, from, before, select, Cancel).ToListAsync(Cancel);

    private Task<bool> Write(params RowChange[] batch) => Table.Write(batch, Cancel);

    private async Task Insert(Row row) => Assert.True(await Write(new RowChange.Insert(row)));

    private async Task Refused(params RowChange[] batch)
    {
        var before = await Query("", "~~", "Text");
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Write(batch));
        var after = await Query("", "~~", "Text");
        Assert.Equal(before.Select(row => (row.RowKey, row.ETag)), after.Select(row => (row.RowKey, row.ETag)));
    }
}
