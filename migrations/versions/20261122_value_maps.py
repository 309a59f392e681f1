"""the tables of social value

Revision ID: b3c1d9e7f402
Revises: ec5620f8f9b9
Create Date: 2026-11-22 18:41:08.296460

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = 'b3c1d9e7f402'
down_revision = 'ec5620f8f9b9'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('proxy',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('evaluation_id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('kind', sa.String(length=12), nullable=False),
    sa.Column('value', sa.String(length=60), nullable=False),
    sa.Column('low', sa.String(length=60), nullable=True),
    sa.Column('high', sa.String(length=60), nullable=True),
    sa.Column('unit', sa.String(length=120), nullable=False),
    sa.Column('price_year', sa.Integer(), nullable=False),
    sa.Column('source', sa.Text(), nullable=False),
    sa.Column('licence', sa.String(length=200), nullable=False),
    sa.Column('values_average_move', sa.Boolean(), nullable=False),
    sa.Column('library_id', sa.String(length=60), nullable=False),
    sa.Column('added_at', sa.DateTime(), nullable=False),
    sa.CheckConstraint("kind IN ('unit_cost', 'wellbeing', 'market', 'stated')", name=op.f('ck_proxy_kind')),
    sa.CheckConstraint("source <> ''", name=op.f('ck_proxy_source')),
    sa.CheckConstraint('price_year BETWEEN 1990 AND 2100', name=op.f('ck_proxy_price_year')),
    sa.ForeignKeyConstraint(['evaluation_id'], ['evaluation.id'], name=op.f('fk_proxy_evaluation_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_proxy')),
    sa.UniqueConstraint('evaluation_id', 'name', name=op.f('uq_proxy_evaluation_id_name'))
    )
    with op.batch_alter_table('proxy', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_proxy_evaluation_id'), ['evaluation_id'], unique=False)

    op.create_table('value_map',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('evaluation_id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.Column('kind', sa.String(length=10), nullable=False),
    sa.Column('area_id', sa.Integer(), nullable=True),
    sa.Column('level', sa.String(length=3), nullable=True),
    sa.Column('wave_id', sa.Integer(), nullable=True),
    sa.Column('before_kind', sa.String(length=10), nullable=False),
    sa.Column('rate_table', sa.String(length=60), nullable=False),
    sa.Column('rate', sa.String(length=60), nullable=True),
    sa.Column('timing', sa.String(length=20), nullable=False),
    sa.Column('inputs_discounted', sa.Boolean(), nullable=False),
    sa.Column('price_year', sa.Integer(), nullable=False),
    sa.Column('deflator', sa.String(length=80), nullable=False),
    sa.Column('rule', sa.String(length=10), nullable=False),
    sa.Column('points', sa.Integer(), nullable=False),
    sa.Column('at_least', sa.Integer(), nullable=False),
    sa.Column('net_of_worse', sa.Boolean(), nullable=False),
    sa.Column('volunteers_counted', sa.Boolean(), nullable=False),
    sa.Column('scope', sa.Text(), nullable=False),
    sa.Column('activities', sa.Text(), nullable=False),
    sa.Column('involved_how', sa.Text(), nullable=False),
    sa.Column('negative_found', sa.Text(), nullable=False),
    sa.Column('verified_how', sa.Text(), nullable=False),
    sa.Column('returned_how', sa.Text(), nullable=False),
    sa.Column('returned_on', sa.Date(), nullable=True),
    sa.Column('responded_how', sa.Text(), nullable=False),
    sa.Column('published_value', sa.String(length=60), nullable=True),
    sa.Column('published_inputs', sa.String(length=60), nullable=True),
    sa.Column('published_source', sa.Text(), nullable=False),
    sa.Column('made_at', sa.DateTime(), nullable=False),
    sa.CheckConstraint("kind IN ('forecast', 'evaluative')", name=op.f('ck_value_map_kind')),
    sa.CheckConstraint("level IN ('one', 'two')", name=op.f('ck_value_map_level')),
    sa.CheckConstraint("rule IN ('counted', 'distance')", name=op.f('ck_value_map_rule')),
    sa.CheckConstraint("timing IN ('end_of_year', 'year_0')", name=op.f('ck_value_map_timing')),
    sa.CheckConstraint('at_least BETWEEN 0 AND 10', name=op.f('ck_value_map_at_least')),
    sa.CheckConstraint('points BETWEEN 1 AND 10', name=op.f('ck_value_map_points')),
    sa.ForeignKeyConstraint(['area_id'], ['area.id'], name=op.f('fk_value_map_area_id')),
    sa.ForeignKeyConstraint(['evaluation_id'], ['evaluation.id'], name=op.f('fk_value_map_evaluation_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['wave_id'], ['wave.id'], name=op.f('fk_value_map_wave_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_value_map')),
    sa.UniqueConstraint('evaluation_id', 'name', name=op.f('uq_value_map_evaluation_id_name'))
    )
    with op.batch_alter_table('value_map', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_value_map_evaluation_id'), ['evaluation_id'], unique=False)

    op.create_table('incident',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('value_map_id', sa.Integer(), nullable=False),
    sa.Column('what', sa.String(length=200), nullable=False),
    sa.Column('count', sa.Integer(), nullable=False),
    sa.Column('judged_by', sa.Text(), nullable=False),
    sa.Column('likelihood', sa.String(length=60), nullable=False),
    sa.Column('unit_cost', sa.String(length=60), nullable=False),
    sa.Column('low', sa.String(length=60), nullable=False),
    sa.Column('high', sa.String(length=60), nullable=False),
    sa.Column('source', sa.Text(), nullable=False),
    sa.CheckConstraint("judged_by <> ''", name=op.f('ck_incident_judged_by')),
    sa.CheckConstraint("source <> ''", name=op.f('ck_incident_source')),
    sa.CheckConstraint('count >= 1', name=op.f('ck_incident_count')),
    sa.ForeignKeyConstraint(['value_map_id'], ['value_map.id'], name=op.f('fk_incident_value_map_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_incident'))
    )
    with op.batch_alter_table('incident', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_incident_value_map_id'), ['value_map_id'], unique=False)

    op.create_table('map_stakeholder',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('value_map_id', sa.Integer(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.Column('size', sa.Integer(), nullable=True),
    sa.Column('involved', sa.Integer(), nullable=True),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('included', sa.Boolean(), nullable=False),
    sa.CheckConstraint("included OR reason <> ''", name=op.f('ck_map_stakeholder_reason')),
    sa.CheckConstraint('size >= 0 AND involved >= 0', name=op.f('ck_map_stakeholder_size')),
    sa.ForeignKeyConstraint(['value_map_id'], ['value_map.id'], name=op.f('fk_map_stakeholder_value_map_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_map_stakeholder')),
    sa.UniqueConstraint('value_map_id', 'name', name=op.f('uq_map_stakeholder_value_map_id_name'))
    )
    with op.batch_alter_table('map_stakeholder', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_map_stakeholder_value_map_id'), ['value_map_id'], unique=False)

    op.create_table('scenario',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('value_map_id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.Column('people', sa.String(length=60), nullable=False),
    sa.Column('inputs_added', sa.String(length=60), nullable=False),
    sa.Column('note', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['value_map_id'], ['value_map.id'], name=op.f('fk_scenario_value_map_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_scenario')),
    sa.UniqueConstraint('value_map_id', 'name', name=op.f('uq_scenario_value_map_id_name'))
    )
    with op.batch_alter_table('scenario', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_scenario_value_map_id'), ['value_map_id'], unique=False)

    op.create_table('map_input',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('value_map_id', sa.Integer(), nullable=False),
    sa.Column('stakeholder_id', sa.Integer(), nullable=False),
    sa.Column('description', sa.String(length=200), nullable=False),
    sa.Column('kind', sa.String(length=12), nullable=False),
    sa.Column('value', sa.String(length=60), nullable=True),
    sa.Column('hours', sa.String(length=60), nullable=True),
    sa.Column('rate', sa.String(length=60), nullable=True),
    sa.Column('year', sa.Integer(), nullable=False),
    sa.Column('source', sa.Text(), nullable=False),
    sa.CheckConstraint("CASE WHEN kind = 'money' THEN value IS NOT NULL ELSE hours IS NOT NULL AND rate IS NOT NULL END", name=op.f('ck_map_input_amount')),
    sa.CheckConstraint("kind IN ('money', 'time', 'volunteers')", name=op.f('ck_map_input_kind')),
    sa.CheckConstraint("source <> ''", name=op.f('ck_map_input_source')),
    sa.CheckConstraint('year BETWEEN 1 AND 30', name=op.f('ck_map_input_year')),
    sa.ForeignKeyConstraint(['stakeholder_id'], ['map_stakeholder.id'], name=op.f('fk_map_input_stakeholder_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['value_map_id'], ['value_map.id'], name=op.f('fk_map_input_value_map_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_map_input'))
    )
    with op.batch_alter_table('map_input', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_map_input_value_map_id'), ['value_map_id'], unique=False)

    op.create_table('value_row',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('value_map_id', sa.Integer(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('code', sa.String(length=20), nullable=False),
    sa.Column('stakeholder_id', sa.Integer(), nullable=False),
    sa.Column('outcome', sa.String(length=60), nullable=True),
    sa.Column('description', sa.Text(), nullable=False),
    sa.Column('indicator', sa.Text(), nullable=False),
    sa.Column('of_worse', sa.Boolean(), nullable=False),
    sa.Column('unintended', sa.Boolean(), nullable=False),
    sa.Column('duration_years', sa.Integer(), nullable=False),
    sa.Column('duration_source', sa.Text(), nullable=False),
    sa.Column('starts', sa.Integer(), nullable=False),
    sa.Column('proxy_id', sa.Integer(), nullable=True),
    sa.Column('kind_of_value', sa.String(length=20), nullable=False),
    sa.Column('included', sa.Boolean(), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.CheckConstraint("included OR reason <> ''", name=op.f('ck_value_row_reason')),
    sa.CheckConstraint("kind_of_value IN ('social', 'fiscal_cashable', 'fiscal_avoided')", name=op.f('ck_value_row_kind_of_value')),
    sa.CheckConstraint('duration_years BETWEEN 1 AND 30', name=op.f('ck_value_row_duration_years')),
    sa.CheckConstraint('starts IN (1, 2)', name=op.f('ck_value_row_starts')),
    sa.ForeignKeyConstraint(['proxy_id'], ['proxy.id'], name=op.f('fk_value_row_proxy_id')),
    sa.ForeignKeyConstraint(['stakeholder_id'], ['map_stakeholder.id'], name=op.f('fk_value_row_stakeholder_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['value_map_id'], ['value_map.id'], name=op.f('fk_value_row_value_map_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_value_row')),
    sa.UniqueConstraint('value_map_id', 'code', name=op.f('uq_value_row_value_map_id_code'))
    )
    with op.batch_alter_table('value_row', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_value_row_value_map_id'), ['value_map_id'], unique=False)

    op.create_table('typed_figure',
    sa.Column('row_id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=30), nullable=False),
    sa.Column('value', sa.String(length=60), nullable=False),
    sa.Column('source', sa.Text(), nullable=False),
    sa.Column('n', sa.Integer(), nullable=True),
    sa.CheckConstraint("name IN ('quantity', 'deadweight', 'displacement', 'attribution_to_others', 'drop_off')", name=op.f('ck_typed_figure_name')),
    sa.CheckConstraint("source <> ''", name=op.f('ck_typed_figure_source')),
    sa.CheckConstraint('n >= 0', name=op.f('ck_typed_figure_n')),
    sa.ForeignKeyConstraint(['row_id'], ['value_row.id'], name=op.f('fk_typed_figure_row_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('row_id', 'name', name=op.f('pk_typed_figure'))
    )


def downgrade():
    op.drop_table('typed_figure')
    with op.batch_alter_table('value_row', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_value_row_value_map_id'))

    op.drop_table('value_row')
    with op.batch_alter_table('map_input', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_map_input_value_map_id'))

    op.drop_table('map_input')
    with op.batch_alter_table('scenario', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_scenario_value_map_id'))

    op.drop_table('scenario')
    with op.batch_alter_table('map_stakeholder', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_map_stakeholder_value_map_id'))

    op.drop_table('map_stakeholder')
    with op.batch_alter_table('incident', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_incident_value_map_id'))

    op.drop_table('incident')
    with op.batch_alter_table('value_map', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_value_map_evaluation_id'))

    op.drop_table('value_map')
    with op.batch_alter_table('proxy', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_proxy_evaluation_id'))

    op.drop_table('proxy')
