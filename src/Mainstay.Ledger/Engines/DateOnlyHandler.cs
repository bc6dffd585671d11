using System.Data;
using Dapper;

namespace Mainstay.Ledger.Engines;

/// <summary>Lets Dapper pass and read <see cref="DateOnly"/>, which both engines know and it does not.</summary>
internal sealed class DateOnlyHandler : SqlMapper.TypeHandler<DateOnly>
{
    public override void SetValue(IDbDataParameter parameter, DateOnly value) => parameter.Value = value;

    public override DateOnly Parse(object value) =>
        value is DateTime moment ? DateOnly.FromDateTime(moment) : (DateOnly)value;
}
