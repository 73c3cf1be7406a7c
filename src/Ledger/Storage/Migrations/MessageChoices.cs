using Cycle.Ledger.Storage.Control;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Cycle.Ledger.Storage.Migrations;

/// <summary>Changes of opt-in and language that are to be confirmed.</summary>
[DbContext(typeof(ControlContext))]
[Migration("0020_message_choices")]
public sealed class MessageChoices() : SqlMigration("0020_message_choices.sql");
