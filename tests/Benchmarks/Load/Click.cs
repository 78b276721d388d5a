namespace LeerkringBot.Benchmarks.Load;

/// <summary>Two clicks of one person that undo each other, as Teams would send them.</summary>
/// <param name="Bodies">Two activities.</param>
/// <param name="Marks">What stands in the answer to each, and in no other answer: the style of the line that says where somebody stands.</param>
internal sealed record Click(byte[][] Bodies, byte[][] Marks);
