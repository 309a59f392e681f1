"""partners

Revision ID: 5e25c8df7f9c
Revises: 6c0f7b0d9a51
Create Date: 2026-11-22 08:03:21.753181

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = '5e25c8df7f9c'
down_revision = '6c0f7b0d9a51'
branch_labels = None
depends_on = None


WHO = "(resident_id IS NULL) <> (stakeholder_id IS NULL)"
KINDS = "'nhs', 'adult_social_care', 'fire_and_rescue', 'police', 'housing', 'community', 'coordinators', 'family', 'councillors', 'other'"


def upgrade():
    op.create_table('stakeholder',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('evaluation_id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('organisation', sa.String(length=120), nullable=False),
    sa.Column('area_id', sa.Integer(), nullable=True),
    sa.Column('engaged_how', sa.Text(), nullable=False),
    sa.Column('engaged_on', sa.Date(), nullable=True),
    sa.Column('why_not', sa.Text(), nullable=False),
    sa.Column('added_at', sa.DateTime(), nullable=False),
    sa.CheckConstraint(f"kind IN ({KINDS})", name=op.f('ck_stakeholder_kind')),
    sa.ForeignKeyConstraint(['area_id'], ['area.id'], name=op.f('fk_stakeholder_area_id')),
    sa.ForeignKeyConstraint(['evaluation_id'], ['evaluation.id'], name=op.f('fk_stakeholder_evaluation_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_stakeholder'))
    )
    with op.batch_alter_table('stakeholder', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_stakeholder_evaluation_id'), ['evaluation_id'], unique=False)

    op.create_table('stakeholder_contact',
    sa.Column('stakeholder_id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.Column('details', sa.String(length=200), nullable=False),
    sa.ForeignKeyConstraint(['stakeholder_id'], ['stakeholder.id'], name=op.f('fk_stakeholder_contact_stakeholder_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('stakeholder_id', name=op.f('pk_stakeholder_contact'))
    )
    op.create_table('case_record',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('evaluation_id', sa.Integer(), nullable=False),
    sa.Column('stakeholder_id', sa.Integer(), nullable=True),
    sa.Column('user_id', sa.Integer(), nullable=True),
    sa.Column('person', sa.String(length=80), nullable=False),
    sa.Column('traditional_response', sa.Text(), nullable=False),
    sa.Column('happened_instead', sa.Text(), nullable=False),
    sa.Column('outcome', sa.String(length=60), nullable=True),
    sa.Column('added_at', sa.DateTime(), nullable=False),
    sa.ForeignKeyConstraint(['evaluation_id'], ['evaluation.id'], name=op.f('fk_case_record_evaluation_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['stakeholder_id'], ['stakeholder.id'], name=op.f('fk_case_record_stakeholder_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['user_id'], ['account.id'], name=op.f('fk_case_record_user_id'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_case_record')),
    sa.UniqueConstraint('stakeholder_id', name=op.f('uq_case_record_stakeholder_id'))
    )
    with op.batch_alter_table('case_record', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_case_record_evaluation_id'), ['evaluation_id'], unique=False)

    op.create_table('impact_figure',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('evaluation_id', sa.Integer(), nullable=False),
    sa.Column('outcome', sa.String(length=60), nullable=False),
    sa.Column('filter', sa.String(length=30), nullable=False),
    sa.Column('per_cent', sa.Integer(), nullable=False),
    sa.Column('basis', sa.String(length=10), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('covers_deadweight', sa.Boolean(), nullable=False),
    sa.Column('made_by_id', sa.Integer(), nullable=True),
    sa.Column('made_at', sa.DateTime(), nullable=False),
    sa.Column('withdrawn_at', sa.DateTime(), nullable=True),
    sa.Column('withdrawn_by_id', sa.Integer(), nullable=True),
    sa.CheckConstraint('per_cent BETWEEN 0 AND 100', name=op.f('ck_impact_figure_per_cent')),
    sa.CheckConstraint("filter IN ('deadweight', 'attribution_to_others', 'displacement', 'drop_off')", name=op.f('ck_impact_figure_filter')),
    sa.CheckConstraint("basis IN ('records', 'analyst')", name=op.f('ck_impact_figure_basis')),
    sa.CheckConstraint("reason <> ''", name=op.f('ck_impact_figure_reason')),
    sa.CheckConstraint("NOT covers_deadweight OR filter = 'attribution_to_others'", name=op.f('ck_impact_figure_covers_deadweight')),
    sa.ForeignKeyConstraint(['evaluation_id'], ['evaluation.id'], name=op.f('fk_impact_figure_evaluation_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['made_by_id'], ['account.id'], name=op.f('fk_impact_figure_made_by_id'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['withdrawn_by_id'], ['account.id'], name=op.f('fk_impact_figure_withdrawn_by_id'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_impact_figure'))
    )
    with op.batch_alter_table('impact_figure', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_impact_figure_evaluation_id'), ['evaluation_id'], unique=False)

    with op.batch_alter_table('invitation', schema=None) as batch_op:
        batch_op.add_column(sa.Column('stakeholder_id', sa.Integer(), nullable=True))
        batch_op.alter_column('resident_id', existing_type=sa.INTEGER(), nullable=True)
        batch_op.create_index(batch_op.f('ix_invitation_stakeholder_id'), ['stakeholder_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_invitation_stakeholder_id'), 'stakeholder', ['stakeholder_id'], ['id'], ondelete='CASCADE')
        batch_op.create_check_constraint(batch_op.f('ck_invitation_holder'), sa.text(WHO))

    with op.batch_alter_table('opened_questionnaire', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('uq_opened_questionnaire_evaluation_id_level_version'), type_='unique')
        batch_op.alter_column('level', new_column_name='audience', existing_type=sa.VARCHAR(length=3), type_=sa.String(length=20), existing_nullable=False)
        batch_op.add_column(sa.Column('closed_at', sa.DateTime(), nullable=True))
    with op.batch_alter_table('opened_questionnaire', schema=None) as batch_op:
        batch_op.create_unique_constraint(batch_op.f('uq_opened_questionnaire_evaluation_id_audience_version'), ['evaluation_id', 'audience', 'version'])

    with op.batch_alter_table('response', schema=None) as batch_op:
        batch_op.add_column(sa.Column('stakeholder_id', sa.Integer(), nullable=True))
        batch_op.alter_column('resident_id', existing_type=sa.INTEGER(), nullable=True)
        batch_op.alter_column('wave_id', existing_type=sa.INTEGER(), nullable=True)
        batch_op.create_unique_constraint(batch_op.f('uq_response_stakeholder_id'), ['stakeholder_id'])
        batch_op.create_foreign_key(batch_op.f('fk_response_stakeholder_id'), 'stakeholder', ['stakeholder_id'], ['id'], ondelete='CASCADE')
        batch_op.create_check_constraint(batch_op.f('ck_response_holder'), sa.text(WHO))
        batch_op.create_check_constraint(batch_op.f('ck_response_wave'), sa.text('(resident_id IS NULL) = (wave_id IS NULL)'))


def downgrade():
    op.execute("DELETE FROM response WHERE stakeholder_id IS NOT NULL")
    op.execute("DELETE FROM answer WHERE response_id NOT IN (SELECT id FROM response)")
    op.execute("DELETE FROM answer_words WHERE answer_id NOT IN (SELECT id FROM answer)")
    op.execute("DELETE FROM invitation WHERE stakeholder_id IS NOT NULL")
    op.execute("DELETE FROM opened_questionnaire WHERE audience NOT IN ('one', 'two')")
    with op.batch_alter_table('response', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_response_stakeholder_id'), type_='foreignkey')
        batch_op.drop_constraint(batch_op.f('uq_response_stakeholder_id'), type_='unique')
        batch_op.drop_constraint(batch_op.f('ck_response_holder'), type_='check')
        batch_op.drop_constraint(batch_op.f('ck_response_wave'), type_='check')
        batch_op.alter_column('wave_id', existing_type=sa.INTEGER(), nullable=False)
        batch_op.alter_column('resident_id', existing_type=sa.INTEGER(), nullable=False)
        batch_op.drop_column('stakeholder_id')

    with op.batch_alter_table('opened_questionnaire', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('uq_opened_questionnaire_evaluation_id_audience_version'), type_='unique')
        batch_op.alter_column('audience', new_column_name='level', existing_type=sa.VARCHAR(length=20), type_=sa.String(length=3), existing_nullable=False)
        batch_op.drop_column('closed_at')
    with op.batch_alter_table('opened_questionnaire', schema=None) as batch_op:
        batch_op.create_unique_constraint(batch_op.f('uq_opened_questionnaire_evaluation_id_level_version'), ['evaluation_id', 'level', 'version'])

    with op.batch_alter_table('invitation', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('ck_invitation_holder'), type_='check')
        batch_op.drop_constraint(batch_op.f('fk_invitation_stakeholder_id'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_invitation_stakeholder_id'))
        batch_op.alter_column('resident_id', existing_type=sa.INTEGER(), nullable=False)
        batch_op.drop_column('stakeholder_id')

    op.drop_table('impact_figure')
    op.drop_table('case_record')
    op.drop_table('stakeholder_contact')
    op.drop_table('stakeholder')
