using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Mainstay.DuckDb;

/// <summary>A parameter; the engine's type follows from the .NET type of <see cref="Value"/>. Mutable, as ADO.NET has it.</summary>
public sealed class DuckDbParameter : DbParameter
{
    private string _name = "";

    public DuckDbParameter()
    {
    }

    public DuckDbParameter(string name, object? value)
    {
        ParameterName = name;
        Value = value;
    }

    public override object? Value { get; set; }

    /// <summary>The name as SQL has it, with or without its <c>$</c>.</summary>
    [AllowNull]
    public override string ParameterName
    {
        get => _name;
        set => _name = value ?? "";
    }

    public override DbType DbType { get; set; }

    public override ParameterDirection Direction
    {
        get => ParameterDirection.Input;
        set
        {
            if (value != ParameterDirection.Input)
                throw new NotSupportedException($"Parameters are {ParameterDirection.Input}; the engine returns rows, not {value} parameters.");
        }
    }

    public override bool IsNullable { get; set; } = true;

    public override int Size { get; set; }

    [AllowNull]
    public override string SourceColumn { get; set; } = "";

    public override bool SourceColumnNullMapping { get; set; }

    /// <summary>The name without <c>$</c>, <c>@</c> or <c>:</c>.</summary>
    internal string BareName => Bare(_name);

    public override void ResetDbType() => DbType = DbType.Object;

    internal static string Bare(string name) => name is ['$' or '@' or ':', ..] ? name[1..] : name;
}
