using Microsoft.Data.Sqlite;

namespace LeerkringBot.Infrastructure.Storage;

/// <summary>A connection and its prepared commands. One thread at a time.</summary>
internal sealed class SqliteSession(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> commands = [];

    public SqliteConnection Connection { get; } = connection;

    /// <param name="sql">Constant text with the parameters $0, $1, ….</param>
    /// <param name="arguments">One for each parameter.</param>
    public int Execute(string sql, params ReadOnlySpan<object> arguments) => Prepare(sql, arguments).ExecuteNonQuery();

    /// <inheritdoc cref="Execute"/>
    public SqliteDataReader Read(string sql, params ReadOnlySpan<object> arguments) => Prepare(sql, arguments).ExecuteReader();

    public void Dispose()
    {
        foreach (var command in commands.Values) command.Dispose();
        Connection.Dispose();
    }

    private SqliteCommand Prepare(string sql, ReadOnlySpan<object> arguments)
    {
        if (!commands.TryGetValue(sql, out var command))
        {
            commands[sql] = command = Connection.CreateCommand();
#pragma warning disable CA2100 // constant text, and table names of TableNames
            command.CommandText = sql;
#pragma warning restore CA2100
            for (var i = 0; i < arguments.Length; i++) command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        }

        for (var i = 0; i < arguments.Length; i++) command.Parameters[i].Value = arguments[i];
        return command;
    }
}
