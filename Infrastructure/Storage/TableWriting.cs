using LeerkringBot.Domain;

namespace LeerkringBot.Infrastructure.Storage;

public static class TableWriting
{
    private const int Tries = 8;

    /// <summary>Stores a row whatever there is, also where others write it in between.</summary>
    /// <param name="table">Where.</param>
    /// <param name="row">What is to stand.</param>
    /// <param name="name">What it is called in a fault, without what is personal.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <param name="isKnown">Whether what stands says the same already: then nothing is written. Null writes always.</param>
    /// <exception cref="StorageFaultException">Somebody else was quicker, time after time.</exception>
    public static async Task Put(this ITable table, Row row, string name, CancellationToken cancellationToken, Func<Row, bool>? isKnown = null)
    {
        for (var i = 0; i < Tries; i++)
        {
            var stored = await table.Get(row.PartitionKey, row.RowKey, cancellationToken);
            if (stored is not null && isKnown?.Invoke(stored) is true) return;
            if (await table.Write([RowChange.Put(row, stored)], cancellationToken)) return;
        }

        throw new StorageFaultException($"{name} changes all the time.");
    }
}
