using System.Collections;
using System.Data.Common;

namespace Mainstay.DuckDb;

/// <summary>A command's parameters, found by name whatever its case and prefix. Mutable, as ADO.NET has it.</summary>
public sealed class DuckDbParameterCollection : DbParameterCollection
{
    private readonly List<DuckDbParameter> _parameters = [];

    public override int Count => _parameters.Count;

    public override object SyncRoot => ((ICollection)_parameters).SyncRoot;

    internal IEnumerable<string> Names => _parameters.Select(parameter => "$" + parameter.BareName);

    public new DuckDbParameter this[int index] => _parameters[index];

    /// <summary>Adds a parameter and returns it.</summary>
    public DuckDbParameter Add(string name, object? value)
    {
        var parameter = new DuckDbParameter(name, value);
        _parameters.Add(parameter);
        return parameter;
    }

    public override int Add(object value)
    {
        _parameters.Add(Ours(value));
        return _parameters.Count - 1;
    }

    public override void AddRange(Array values)
    {
        foreach (var value in values)
            _parameters.Add(Ours(value));
    }

    public override void Clear() => _parameters.Clear();

    public override bool Contains(object value) => value is DuckDbParameter parameter && _parameters.Contains(parameter);

    public override bool Contains(string value) => IndexOf(value) >= 0;

    public override void CopyTo(Array array, int index) => ((ICollection)_parameters).CopyTo(array, index);

    public override IEnumerator GetEnumerator() => _parameters.GetEnumerator();

    public override int IndexOf(object value) => value is DuckDbParameter parameter ? _parameters.IndexOf(parameter) : -1;

    public override int IndexOf(string parameterName)
    {
        var bare = DuckDbParameter.Bare(parameterName);
        return _parameters.FindIndex(parameter => string.Equals(parameter.BareName, bare, StringComparison.OrdinalIgnoreCase));
    }

    public override void Insert(int index, object value) => _parameters.Insert(index, Ours(value));

    public override void Remove(object value) => _parameters.Remove(Ours(value));

    public override void RemoveAt(int index) => _parameters.RemoveAt(index);

    public override void RemoveAt(string parameterName) => _parameters.RemoveAt(Existing(parameterName));

    internal DuckDbParameter? Find(string name)
    {
        var index = IndexOf(name);
        return index < 0 ? null : _parameters[index];
    }

    protected override DbParameter GetParameter(int index) => _parameters[index];

    protected override DbParameter GetParameter(string parameterName) => _parameters[Existing(parameterName)];

    protected override void SetParameter(int index, DbParameter value) => _parameters[index] = Ours(value);

    protected override void SetParameter(string parameterName, DbParameter value) =>
        _parameters[Existing(parameterName)] = Ours(value);

    private int Existing(string name)
    {
        var index = IndexOf(name);
        return index >= 0 ? index : throw new ArgumentException($"There is no parameter '{name}'; there are {string.Join(", ", Names)}.", nameof(name));
    }

    private static DuckDbParameter Ours(object value) =>
        value as DuckDbParameter ?? throw new ArgumentException($"Expected a {nameof(DuckDbParameter)}, found {value?.GetType().Name ?? "null"}.", nameof(value));
}
